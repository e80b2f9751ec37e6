package dev.atelier.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told otherwise. Safe for use by many threads. */
public final class SettableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    public SettableClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** It is {@code instant} from now on, be that earlier or later than before. */
    public void set(Instant instant) {
        now.set(instant);
    }

    /** It is later by {@code duration}; earlier when that is negative. */
    public void advance(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }

    @Override
    public String toString() {
        return "SettableClock[" + now.get() + "]";
    }
}
