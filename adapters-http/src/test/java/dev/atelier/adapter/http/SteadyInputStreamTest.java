package dev.atelier.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SteadyInputStreamTest {

    private long now;

    @Test
    void whoSendsInGoodTimeIsReadToTheEnd() throws IOException {
        var bytes = "x".repeat(100_000).getBytes(UTF_8);

        assertArrayEquals(bytes, body(bytes, 2_048, Duration.ofSeconds(1)).readAllBytes());
    }

    @Test
    void aPauseOrASlowBeginningIsForgiven() throws IOException {
        assertEquals(20, body(new byte[20], 10, Duration.ofSeconds(4)).readAllBytes().length);
    }

    @Test
    void whoOnlyDripsIsSentAway() {
        var problem = assertThrows(
                        ProblemException.class,
                        () -> body(new byte[100], 1, Duration.ofSeconds(1)).readAllBytes())
                .problem();

        assertEquals(408, problem.status());
        assertThrows(ProblemException.class, () -> {
            var body = body(new byte[100], 1, Duration.ofSeconds(1));
            while (body.read() >= 0) {
                // on
            }
        });
    }

    @Test
    void timeThatIsSpentElsewhereIsNotTheClients() throws IOException {
        var body = body(new byte[20], 1, Duration.ZERO);
        for (int i = 0; i < 20; i++) {
            now += Duration.ofHours(1).toNanos();
            assertEquals(0, body.read());
        }
    }

    /** A body of which so much comes at once, each time after a while. */
    private SteadyInputStream body(byte[] bytes, int atOnce, Duration pause) {
        var slow = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read() throws IOException {
                now += pause.toNanos();
                return in.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                now += pause.toNanos();
                return in.read(buffer, offset, Math.min(length, atOnce));
            }
        };
        return new SteadyInputStream(slow, () -> now);
    }
}
