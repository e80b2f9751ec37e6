package dev.atelier.bench.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long something took, again and again. */
final class Times {

    private final List<Double> milliseconds = new ArrayList<>();

    /** Something that is to be timed. */
    interface Work<T> {
        T done() throws Exception;
    }

    <T> T measure(Work<T> work) throws Exception {
        long start = System.nanoTime();
        var result = work.done();
        milliseconds.add((System.nanoTime() - start) / 1e6);
        return result;
    }

    private double percentile(int percent) {
        var sorted = milliseconds.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", percentile(50), percentile(99));
    }
}
