package dev.atelier.adapter.text;

import java.time.Duration;

/**
 * How much reading may cost.
 *
 * @param timeLimit for one file, the start of its process included
 * @param heapMebibytes the memory of a process that reads, without what Java needs for itself (some 80 MiB)
 * @param processes how many may read at once; who comes later waits
 */
public record TextSettings(Duration timeLimit, int heapMebibytes, int processes) {

    /** A minute, 256 MiB, one after another. */
    public static final TextSettings DEFAULT = new TextSettings(Duration.ofMinutes(1), 256, 1);

    /** @throws IllegalArgumentException when nothing could be read so */
    public TextSettings {
        if (!timeLimit.isPositive() || heapMebibytes < 16 || processes < 1) {
            throw new IllegalArgumentException("some time, 16 MiB and a process are needed");
        }
    }
}
