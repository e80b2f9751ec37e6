package dev.atelier.web;

import java.time.Duration;

/** When a call has to be over. */
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, but no more than {@code limit}; not above 0 when it is over. */
    Duration left(Duration limit) {
        var left = Duration.ofNanos(end - System.nanoTime());
        return left.compareTo(limit) < 0 ? left : limit;
    }

    boolean leaves(Duration time) {
        return left(time).compareTo(time) >= 0;
    }
}
