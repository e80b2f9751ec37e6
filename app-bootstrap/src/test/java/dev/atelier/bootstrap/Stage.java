package dev.atelier.bootstrap;

import static dev.atelier.bootstrap.ApiClient.succeeded;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.local.LocalStack;
import dev.atelier.local.LocalStackOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/** Real servers, and runs on them. */
record Stage(LocalStack stack, Map<String, String> environment) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Stage open() {
        var stack = LocalStack.start(LocalStackOptions.temporary());
        var settings = new HashMap<>(stack.environment());
        settings.putAll(Map.of(
                "APP_ENV", "development",
                "AI_PROVIDER", "offline",
                "FRONTEND_URL", "http://localhost:3000",
                "PORT", "0"));
        return new Stage(stack, Map.copyOf(settings));
    }

    ApiClient newUser(int port) {
        return ApiClient.signUp(environment, port);
    }

    /** Starts a run of {@code texts} texts and three other steps. */
    static String startRun(ApiClient user, int texts) {
        return start(user, newWorkflow(user, texts));
    }

    /** A workflow of {@code texts} texts and three other steps. */
    static String newWorkflow(ApiClient user, int texts) {
        var project = create(user, "/projects", "Stage");
        var workflow = ApiClient.JSON.createObjectNode().put("name", "Announcement");
        workflow.set("definition", Definitions.textsAndPicture(texts));
        return succeeded(user.post("/projects/" + project + "/workflows", workflow))
                .get("id")
                .asText();
    }

    /** Starts a run of {@code workflow}. */
    static String start(ApiClient user, String workflow) {
        var inputs = ApiClient.JSON.createObjectNode();
        inputs.putObject("inputs").put("product", "Aurora");
        return succeeded(user.post("/workflows/" + workflow + "/runs", inputs))
                .get("id")
                .asText();
    }

    static String create(ApiClient user, String path, String name) {
        return succeeded(user.post(path, ApiClient.JSON.createObjectNode().put("name", name)))
                .get("id")
                .asText();
    }

    static String status(ApiClient user, String run) {
        return succeeded(user.get("/runs/" + run)).get("status").asText();
    }

    /** Waits until the run is well under way. */
    static void awaitUnderWay(ApiClient user, String run) {
        await(() -> succeeded(user.get("/runs/" + run)).get("progress").asInt() > 5);
        assertTrue(status(user, run).equals("running"), "it was too fast");
    }

    static void awaitCompleted(ApiClient user, String run) {
        await(() -> status(user, run).equals("completed"));
    }

    /** All events of a run that has ended. */
    static String events(ApiClient user, String run) {
        return user.get("/runs/" + run + "/events").body();
    }

    static long count(String events, String type) {
        return events.lines().filter(("event: " + type)::equals).count();
    }

    static List<Long> numbersTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    static List<Long> numbers(String events) {
        return events.lines()
                .filter(line -> line.startsWith("id: "))
                .map(line -> Long.valueOf(line.substring("id: ".length())))
                .toList();
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "it has not happened within " + PATIENCE);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
