package dev.atelier.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What is seen from the outside of the runs that went through the chaos. All counts must be zero. */
final class ChaosReport {

    private final int stepsOfARun;
    private int lost;
    private int unfinished;
    private int executedAgain;
    private int eventsMissing;
    private int eventsDouble;
    private Duration slowestRecovery = Duration.ZERO;

    ChaosReport(int stepsOfARun) {
        this.stepsOfARun = stepsOfARun;
    }

    /** Looks at a run. */
    void add(ApiClient user, String run) {
        var answer = user.get("/runs/" + run);
        if (answer.statusCode() != 200) {
            lost++;
            return;
        }
        var status = ApiClient.succeeded(answer).get("status").asText();
        if (!status.equals("completed")) {
            unfinished++;
            return;
        }
        addEvents(user.get("/runs/" + run + "/events").body());
    }

    private void addEvents(String stream) {
        var numbers = new ArrayList<Long>();
        var startedAt = new HashMap<String, Instant>();
        var completed = new HashSet<String>();
        for (var text : stream.split("\n\n", -1)) {
            if (text.startsWith("id: ")) {
                var lines = text.lines().toList();
                numbers.add(Long.valueOf(lines.getFirst().substring("id: ".length())));
                addStep(lines.get(1), parse(lines.get(2)), startedAt, completed);
            }
        }
        addNumbers(numbers);
        if (completed.size() != stepsOfARun) {
            eventsMissing += Math.abs(stepsOfARun - completed.size());
        }
    }

    private void addStep(String type, JsonNode data, Map<String, Instant> startedAt, Set<String> completed) {
        var node = data.path("nodeId").asText();
        var at = Instant.parse(data.get("at").asText());
        switch (type) {
            case "event: step.started" -> {
                executedAgain += completed.contains(node) ? 1 : 0;
                recovered(startedAt.put(node, at), at);
            }
            case "event: step.completed" -> {
                executedAgain += completed.add(node) ? 0 : 1;
                recovered(startedAt.get(node), at);
            }
            default -> {}
        }
    }

    private void recovered(@Nullable Instant since, Instant at) {
        if (since != null && Duration.between(since, at).compareTo(slowestRecovery) > 0) {
            slowestRecovery = Duration.between(since, at);
        }
    }

    /** What somebody has heard live. */
    void addNumbers(List<Long> numbers) {
        var once = new HashSet<>(numbers);
        eventsDouble += numbers.size() - once.size();
        long last = numbers.isEmpty() ? 1 : numbers.getLast();
        eventsMissing += (int) LongStream.rangeClosed(1, last)
                .filter(number -> !once.contains(number))
                .count();
    }

    private static JsonNode parse(String line) {
        try {
            return ApiClient.JSON.readTree(line.substring("data: ".length()));
        } catch (IOException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    Duration slowestRecovery() {
        return slowestRecovery;
    }

    @Override
    public String toString() {
        return "runs lost %d, runs not finished %d, steps executed after they had been stored %d, events missing %d, events double %d"
                .formatted(lost, unfinished, executedAgain, eventsMissing, eventsDouble);
    }
}
