package dev.atelier.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a process shows at {@code /metrics}. */
record Figures(int port) {

    private static final Pattern SHOWN = Pattern.compile("figures for Prometheus are on port (\\d+)");

    /** Those of a worker whose {@code METRICS_PORT} is 0, by what it has written to its log. */
    static Figures told(Path log) {
        Stage.await(() -> port(log).isPresent());
        return new Figures(port(log).orElseThrow());
    }

    private static Optional<Integer> port(Path log) {
        try {
            return SHOWN.matcher(Files.readString(log))
                    .results()
                    .findFirst()
                    .map((MatchResult found) -> Integer.valueOf(found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return ApiClient.fetch(URI.create("http://localhost:" + port + "/metrics"), BodyHandlers.ofString())
                .body();
    }

    /** The value of a series, which is spelled as Prometheus does; empty when there is none. */
    Optional<Double> find(String series) {
        return text().lines()
                .filter(line -> line.startsWith(series + " "))
                .findFirst()
                .map(line -> Double.valueOf(line.substring(series.length() + 1)));
    }

    /** The value of what is counted: of what has not been, 0. */
    double count(String series) {
        return find(series).orElse(0.0);
    }

    /** How many attempts at jobs of that kind have ended so. */
    double attempts(String kind, String outcome) {
        return count("atelier_jobs_attempts_seconds_count{kind=\"%s\",outcome=\"%s\"}".formatted(kind, outcome));
    }
}
