package dev.atelier.bootstrap;

import static dev.atelier.bootstrap.ApiClient.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real PostgreSQL, real Redis and three workers, while everything goes wrong. In short here; at length by {@code bench/chaos},
 * which sets the properties.
 */
class ChaosTest {

    private static final int RUNS = Integer.getInteger("chaos.runs", 40);
    private static final int ROUNDS = Integer.getInteger("chaos.rounds", 1);
    private static final long SEED = Long.getLong("chaos.seed", 7);

    private static final int TEXTS = 2;
    private static final int STEPS = TEXTS + 3;
    private static final int USERS = 8;
    private static final int LIVE = 8;
    private static final Duration RECOVERY = Duration.ofSeconds(20);
    private static final Duration END = Duration.ofSeconds(60 + RUNS);

    private record Started(ApiClient user, String run) {}

    @Test
    void whatever_goes_wrong_no_run_is_lost_no_step_is_done_twice_and_no_event_is_missed(@TempDir Path data)
            throws InterruptedException, SQLException {
        var report = new ChaosReport(STEPS);
        try (var chaos = Chaos.start(data)) {
            var users = Stream.generate(() -> ApiClient.signUp(chaos.environment(), chaos.port()))
                    .limit(USERS)
                    .toList();
            var workflows = users.stream().map(ChaosTest::newWorkflow).toList();
            var disturbing = Thread.ofPlatform().start(() -> chaos.happen(ROUNDS, SEED));

            var started = IntStream.range(0, RUNS)
                    .mapToObj(i -> start(users.get(i % USERS), workflows.get(i % USERS), disturbing))
                    .toList();
            var followers = started.stream()
                    .limit(LIVE)
                    .map(one -> new LiveFollower(one.user(), one.run()))
                    .toList();
            disturbing.join();
            assertEquals(5 * ROUNDS, chaos.told().size());

            awaitEnd(started);
            started.forEach(one -> report.add(one.user(), one.run()));
            for (var follower : followers) {
                report.addNumbers(follower.heard());
            }
            int left = jobsLeft(chaos);
            System.out.printf(
                    Locale.ROOT,
                    "%d runs: %s, jobs left %d; slowest recovery %.1f s%n",
                    RUNS,
                    report,
                    left,
                    report.slowestRecovery().toMillis() / 1_000.0);

            assertEquals(new ChaosReport(STEPS).toString(), report.toString());
            assertEquals(0, left);
            assertTrue(
                    report.slowestRecovery().compareTo(RECOVERY) <= 0,
                    () -> report.slowestRecovery().toString());
        }
    }

    private static String newWorkflow(ApiClient user) {
        var project = succeeded(
                        user.post("/projects", ApiClient.JSON.createObjectNode().put("name", "Chaos")))
                .get("id")
                .asText();
        var workflow = ApiClient.JSON.createObjectNode().put("name", "Announcement");
        workflow.set("definition", Definitions.textsAndPicture(TEXTS));
        return succeeded(user.post("/projects/" + project + "/workflows", workflow))
                .get("id")
                .asText();
    }

    /** As a client does whom the answer did not reach: again, with the same key. Runs are spread over the time of the chaos. */
    private static Started start(ApiClient user, String workflow, Thread disturbing) {
        var key = UUID.randomUUID().toString();
        var inputs = ApiClient.JSON.createObjectNode();
        inputs.putObject("inputs").put("product", "Aurora");
        long end = System.nanoTime() + END.toNanos();
        while (true) {
            var answer = user.post("/workflows/" + workflow + "/runs", inputs, key);
            if (answer.statusCode() / 100 != 5) {
                if (disturbing.isAlive()) {
                    pause(Duration.ofSeconds(25L * ROUNDS).dividedBy(RUNS));
                }
                return new Started(user, succeeded(answer).get("id").asText());
            }
            assertTrue(System.nanoTime() < end, answer::body);
            pause(Duration.ofMillis(200));
        }
    }

    private static void awaitEnd(List<Started> started) {
        long end = System.nanoTime() + END.toNanos();
        for (var one : started) {
            while (System.nanoTime() < end && isUnderWay(one)) {
                pause(Duration.ofMillis(200));
            }
        }
    }

    private static boolean isUnderWay(Started one) {
        var answer = one.user().get("/runs/" + one.run());
        return answer.statusCode() != 200
                || !succeeded(answer).get("status").asText().matches("completed|failed|stopped");
    }

    private static int jobsLeft(Chaos chaos) throws SQLException {
        try (var connection = chaos.postgres().database().dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from public.jobs where state <> 'done'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
