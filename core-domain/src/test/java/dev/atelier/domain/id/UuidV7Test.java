package dev.atelier.domain.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    private static final Instant AT = Instant.parse("2026-11-01T12:00:00.123Z");

    @Test
    void its_order_is_that_of_its_text() {
        var random = new SecureRandom();
        var ids = IntStream.range(0, 1_000)
                .mapToObj(i -> new UUID(random.nextLong(), random.nextLong()))
                .toList();

        assertEquals(
                ids.stream().map(UUID::toString).sorted().toList(),
                ids.stream().sorted(UuidV7.ORDER).map(UUID::toString).toList());
    }

    @Test
    void the_same_name_at_the_same_time_gives_the_same_id_and_another_name_another() {
        var id = UuidV7.derive(AT, "step 1");

        assertEquals(id, UuidV7.derive(AT, "step 1"));
        assertNotEquals(id, UuidV7.derive(AT, "step 2"));
        assertNotEquals(id, UuidV7.derive(AT.plusMillis(1), "step 1"));
        assertTrue(id.version() == 7 && id.variant() == 2);
    }
}
