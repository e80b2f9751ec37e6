package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.health.HealthProbe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The contract of {@link HealthProbe}. */
public abstract class HealthProbeContract {

    /** More than a few seconds, for a machine that is busy. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** A probe of something that works. */
    protected abstract HealthProbe working();

    /** A probe of the same kind of thing that does not. */
    protected abstract HealthProbe broken();

    @Test
    void itsNameIsOneWord() {
        assertTrue(working().name().matches("[a-z]+"), working().name());
        assertEquals(working().name(), broken().name());
    }

    @Test
    void itReturnsWhenItWorks() {
        var probe = working();

        assertTimeoutPreemptively(LIMIT, () -> assertDoesNotThrow(probe::probe));
        assertTimeoutPreemptively(LIMIT, () -> assertDoesNotThrow(probe::probe));
    }

    @Test
    void itSaysByItselfWhenItDoesNot() {
        var probe = broken();

        assertTimeoutPreemptively(LIMIT, () -> {
            assertThrows(PortFailure.class, probe::probe);
        });
    }
}
