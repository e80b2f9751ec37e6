package dev.atelier.domain.job;

import java.util.Locale;

/** Where a job waits. What waits in an earlier one is done first. */
public enum Queue {
    /** Somebody looks at the screen until it is done. */
    INTERACTIVE,

    /** Nobody does. */
    BULK;

    /** As it is spelled outside. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The queue of that spelling.
     *
     * @throws IllegalArgumentException when nothing is spelled so
     */
    public static Queue parse(String name) {
        for (var queue : values()) {
            if (queue.toString().equals(name)) {
                return queue;
            }
        }
        throw new IllegalArgumentException("no queue: " + name);
    }
}
