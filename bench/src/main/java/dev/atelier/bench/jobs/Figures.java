package dev.atelier.bench.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured round after round; the median of each counts, and only figures of one run may be compared. */
final class Figures {

    private final Map<String, List<Double>> jobsPerSecond = new LinkedHashMap<>();
    private final Map<String, List<Double>> commitsPerJob = new LinkedHashMap<>();

    void add(String what, int jobs, double seconds) {
        jobsPerSecond.computeIfAbsent(what, key -> new ArrayList<>()).add(jobs / seconds);
    }

    void add(String what, int jobs, double seconds, double commits) {
        add(what, jobs, seconds);
        commitsPerJob.computeIfAbsent(what, key -> new ArrayList<>()).add(commits / jobs);
    }

    double median(String what) {
        return median(jobsPerSecond.getOrDefault(what, List.of()));
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    void print() {
        jobsPerSecond.forEach((what, all) -> System.out.printf(
                Locale.ROOT,
                "%-70s %,8.0f jobs/s%s   of %s%n",
                what,
                median(all),
                commitsPerJob.containsKey(what)
                        ? "  %.2f commits a job".formatted(median(commitsPerJob.get(what)))
                        : "",
                all.stream()
                        .map(each -> String.format(Locale.ROOT, "%.0f", each))
                        .toList()));
    }

    /** What the one is of the other, in percent. */
    void compare(String one, String other) {
        System.out.printf(Locale.ROOT, "%s is %.0f %% of %s%n", one, 100 * median(one) / median(other), other);
    }
}
