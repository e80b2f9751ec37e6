package dev.atelier.domain.id;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoField;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7, each greater than the one before, however many are made within a millisecond and whatever the
 * clock does (RFC 9562, section 6.2, method 3: the first 12 random bits are a finer time, here of a 4096th of a
 * millisecond). Those of several sequences are in the order of their making to that time. Safe for use by many threads.
 */
public final class UuidV7Sequence {

    private static final int FRACTION_BITS = 12;
    private static final long FRACTIONS = 1L << FRACTION_BITS;
    private static final long NANOS_OF_MILLISECOND = 1_000_000;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    /** @param random what makes them impossible to guess; safe for use by many threads if the sequence is to be */
    public UuidV7Sequence(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long now = time(clock.instant());
        long time = last.updateAndGet(before -> Math.max(before + 1, now));
        return UuidV7.assemble(time >>> FRACTION_BITS, time, random.nextLong());
    }

    /** Since 1970, in 4096ths of a millisecond: 60 bits. */
    private static long time(Instant at) {
        long fraction = at.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_MILLISECOND * FRACTIONS / NANOS_OF_MILLISECOND;
        return at.toEpochMilli() << FRACTION_BITS | fraction;
    }
}
