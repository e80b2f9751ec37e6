package dev.atelier.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Clients that read and write for as long as it is open, one request after another, and note what became of each. */
final class ApiLoad implements AutoCloseable {

    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients;
    private volatile boolean open = true;

    private ApiLoad(int clients, ApiClient user) {
        this.clients = IntStream.range(0, clients)
                .mapToObj(client -> Thread.ofVirtual().unstarted(() -> work(client, user)))
                .toList();
    }

    static ApiLoad start(int clients, ApiClient user) {
        var load = new ApiLoad(clients, user);
        load.clients.forEach(Thread::start);
        return load;
    }

    /**
     * What became of a request.
     *
     * @param at when it was answered, by {@link System#nanoTime()}
     * @param created the id of the project that it made
     */
    record Outcome(
            int client, int status, String body, boolean retryAfter, Duration took, long at, Optional<String> created) {

        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    private void work(int client, ApiClient user) {
        for (int request = 0; open; request++) {
            long begun = System.nanoTime();
            var answer = request % 2 == 0 ? user.get("/projects?limit=1") : user.post("/projects", project(client));
            outcomes.add(outcome(client, begun, answer));
        }
    }

    private static JsonNode project(int client) {
        return ApiClient.JSON.createObjectNode().put("name", "Project of client " + client);
    }

    private static Outcome outcome(int client, long begun, HttpResponse<String> answer) {
        long now = System.nanoTime();
        return new Outcome(
                client,
                answer.statusCode(),
                answer.statusCode() / 100 == 2 ? "" : answer.body(),
                answer.headers().firstValue("Retry-After").isPresent(),
                Duration.ofNanos(now - begun),
                now,
                answer.statusCode() == 201 ? Optional.of(id(answer.body())) : Optional.empty());
    }

    private static String id(String body) {
        try {
            return ApiClient.JSON.readTree(body).get("id").asText();
        } catch (IOException e) {
            throw new IllegalArgumentException(body, e);
        }
    }

    List<Outcome> outcomes() {
        return new ArrayList<>(outcomes);
    }

    List<Outcome> outcomesSince(long nanoTime) {
        return outcomes.stream().filter(outcome -> outcome.at() > nanoTime).toList();
    }

    /** Returns when every client has its last answer. */
    @Override
    public void close() {
        open = false;
        for (var client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
