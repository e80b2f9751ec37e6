package dev.atelier.domain.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    private static final Instant AT = Instant.parse("2026-11-01T12:00:00.123Z");

    @Test
    void it_says_its_version_its_variant_and_its_time() {
        var id = UuidV7.generate(AT, new SecureRandom());

        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(AT.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void its_order_is_that_of_time_also_when_the_sign_bit_is_set() {
        var random = new SecureRandom();
        var ids = Stream.of(AT, AT.plusMillis(1), Instant.ofEpochMilli(1L << 47), Instant.ofEpochMilli((1L << 48) - 1))
                .map(at -> UuidV7.generate(at, random))
                .toList();

        assertEquals(ids, ids.reversed().stream().sorted(UuidV7.ORDER).toList());
    }

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
