package dev.atelier.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Somebody who follows a run from its beginning, and comes back with {@code Last-Event-ID} whenever the stream breaks. */
final class LiveFollower {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PAUSE_NANOS = 200_000_000;

    private final ApiClient user;
    private final String run;
    private final List<Long> numbers = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile boolean ended;

    LiveFollower(ApiClient user, String run) {
        this.user = user;
        this.run = run;
        this.thread = Thread.ofVirtual().start(this::follow);
    }

    private void follow() {
        while (!ended) {
            try {
                read();
            } catch (IOException | InterruptedException broken) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void read() throws IOException, InterruptedException {
        var last = numbers.isEmpty() ? "0" : numbers.getLast().toString();
        var request = HttpRequest.newBuilder(URI.create(user.api() + "/runs/" + run + "/events"))
                .header("Authorization", "Bearer " + user.token())
                .header("Last-Event-ID", last)
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    numbers.add(Long.valueOf(line.substring("id: ".length())));
                }
                ended |= line.startsWith("event: run.completed") || line.startsWith("event: run.failed");
            }
        }
    }

    int heardSoFar() {
        return numbers.size();
    }

    /** Whether it has heard the end of the run. */
    boolean ended() {
        return ended;
    }

    /** What it has heard by the end of the run. */
    List<Long> heard() throws InterruptedException {
        thread.join(60_000);
        return List.copyOf(numbers);
    }
}
