package dev.atelier.domain.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7SequenceTest {

    private static final Instant AT = Instant.parse("2026-11-01T12:00:00.123456789Z");

    @Test
    void an_id_says_its_version_its_variant_and_its_time_to_a_fraction_of_a_millisecond() {
        var id = sequence(InstantSource.fixed(AT)).next();

        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(AT.toEpochMilli(), id.getMostSignificantBits() >>> 16);
        assertEquals(456_789 * 4096L / 1_000_000, id.getMostSignificantBits() & 0xFFF);
    }

    @Test
    void each_is_greater_than_the_one_before_also_within_one_instant() {
        assertGrowing(take(10_000, sequence(InstantSource.fixed(AT))));
    }

    @Test
    void each_is_greater_than_the_one_before_also_when_the_clock_goes_back() {
        var times = Stream.of(AT, AT.minusSeconds(60), AT.minusSeconds(60), AT.plusMillis(1))
                .iterator();

        assertGrowing(take(4, sequence(times::next)));
    }

    @Test
    void their_order_is_that_of_time_whichever_sequence_made_them_and_also_when_the_sign_bit_is_set() {
        assertGrowing(Stream.of(
                        AT,
                        AT.plusNanos(1_000),
                        AT.plusMillis(1),
                        Instant.ofEpochMilli(1L << 47),
                        Instant.ofEpochMilli((1L << 48) - 1))
                .map(at -> sequence(InstantSource.fixed(at)).next())
                .toList());
    }

    @Test
    void many_threads_get_different_ones_and_each_sees_them_grow() {
        var sequence = sequence(InstantSource.system());
        var all = new ConcurrentLinkedQueue<UUID>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(i -> threads.execute(() -> {
                        var own = take(5_000, sequence);
                        assertGrowing(own);
                        all.addAll(own);
                    }));
        }
        assertEquals(40_000, new HashSet<>(all).size());
    }

    private static UuidV7Sequence sequence(InstantSource clock) {
        return new UuidV7Sequence(clock, new SecureRandom());
    }

    private static List<UUID> take(int count, UuidV7Sequence sequence) {
        return Stream.generate(sequence::next).limit(count).toList();
    }

    private static void assertGrowing(Collection<UUID> ids) {
        Iterator<UUID> each = ids.iterator();
        var before = each.next();
        while (each.hasNext()) {
            var next = each.next();
            assertTrue(UuidV7.ORDER.compare(before, next) < 0, before + " is not before " + next);
            before = next;
        }
    }
}
