package dev.atelier.bootstrap;

import static dev.atelier.bootstrap.ApiClient.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.local.LocalStack;
import dev.atelier.local.LocalStackOptions;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every template and a mail at the end, on real servers, with workers that are killed. */
class TemplatesProductTest {

    private static final List<String> FINAL = List.of("completed", "failed", "stopped");
    private static final int TRIES = 5;

    private static LocalStack stack;
    private static Map<String, String> environment;
    private static App backend;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalStackOptions.temporary());
        var settings = new HashMap<>(stack.environment());
        settings.putAll(Map.of(
                "APP_ENV", "development",
                "AI_PROVIDER", "offline",
                "FRONTEND_URL", "http://localhost:3000",
                "WORKER_CONCURRENCY", "2",
                "PORT", "0"));
        environment = Map.copyOf(settings);
        backend = App.startBackend(AppConfig.read(environment, Role.BACKEND));
    }

    @AfterAll
    static void stop() {
        backend.close();
        stack.close();
    }

    /** All are killed before the first is taken up again, so that their leases run out side by side. */
    @Test
    void every_template_whose_worker_is_killed_in_the_middle_is_completed_and_no_step_is_done_again() {
        var user = ApiClient.signUp(environment, backend.port());
        var project = succeeded(
                        user.post("/projects", ApiClient.JSON.createObjectNode().put("name", "Templates")))
                .get("id")
                .asText();
        var runs = new LinkedHashMap<String, String>();
        for (var template : succeeded(user.get("/workflow-templates")).get("items")) {
            runs.put(template.get("id").asText(), killedInTheMiddle(user, project, template));
        }
        assertEquals(6, runs.size());

        try (var next = WorkerProcess.start(environment)) {
            runs.forEach((template, run) -> {
                await(() -> isOverOrReviewed(user, run));
                assertEquals("completed", status(user, run), template);
                assertNoStepIsDoneTwice(
                        template, user.get("/runs/" + run + "/events").body());
            });
        }
    }

    /** The run, a step of which at least is finished, and another is not. */
    private static String killedInTheMiddle(ApiClient user, String project, JsonNode template) {
        var body = ApiClient.JSON
                .createObjectNode()
                .put("templateId", template.get("id").asText());
        var workflow = succeeded(user.post("/projects/" + project + "/workflows/from-template", body))
                .get("id")
                .asText();
        for (int i = 0; i < TRIES; i++) {
            try (var doomed = WorkerProcess.start(environment)) {
                var run = succeeded(user.post("/workflows/" + workflow + "/runs", inputs(template)))
                        .get("id")
                        .asText();
                await(() -> progress(user, run) > 0);
                doomed.kill();
                if (status(user, run).equals("running")) {
                    return run;
                }
            }
        }
        throw new AssertionError(template.get("id") + " is always killed too late");
    }

    private static JsonNode inputs(JsonNode template) {
        var body = ApiClient.JSON.createObjectNode();
        var inputs = body.putObject("inputs");
        for (var input : template.at("/definition/nodes/0/data/inputVariables")) {
            if (input.path("required").asBoolean() && !input.has("default")) {
                inputs.put(input.get("name").asText(), "Aurora coffee");
            }
        }
        return body;
    }

    private static boolean isOverOrReviewed(ApiClient user, String run) {
        if (status(user, run).equals("paused")) {
            succeeded(user.post(
                    "/runs/" + run + "/steps/review/review",
                    ApiClient.JSON.createObjectNode().put("decision", "approve")));
        }
        return FINAL.contains(status(user, run));
    }

    private static void assertNoStepIsDoneTwice(String template, String events) {
        var completed = new HashSet<String>();
        for (var event : events.split("\n\n", -1)) {
            var step = event.replaceFirst("(?s).*\"nodeId\":\"([^\"]*)\".*\"iteration\":(\\d+).*", "$1 $2");
            if (event.contains("event: step.completed\n")) {
                assertTrue(completed.add(step), () -> template + " completes twice: " + step);
            }
            if (event.contains("event: step.started\n")) {
                assertFalse(completed.contains(step), () -> template + " does again: " + step);
            }
        }
        assertTrue(completed.size() > 3, completed::toString);
    }

    @Test
    void the_mail_at_the_end_of_a_run_is_in_the_mailbox() {
        var user = ApiClient.signUp(environment, backend.port());
        var email = succeeded(user.get("/me")).get("email").asText();
        var project = succeeded(
                        user.post("/projects", ApiClient.JSON.createObjectNode().put("name", "Mails")))
                .get("id")
                .asText();
        var workflow = ApiClient.JSON.createObjectNode().put("name", "Tea & <b>Talk</b>");
        workflow.set("definition", notifying());
        var created = succeeded(user.post("/projects/" + project + "/workflows", workflow));
        var run = succeeded(user.post(
                        "/workflows/" + created.get("id").asText() + "/runs", ApiClient.JSON.createObjectNode()))
                .get("id")
                .asText();

        try (var worker = App.startWorker(AppConfig.read(environment, Role.WORKER))) {
            await(() -> mails(email).size() == 1);
            assertEquals(0, worker.port());
        }
        var mail = mails(email).getFirst();
        assertEquals("Done: Tea & <b>Talk</b>", mail.get("subject").asText());
        assertEquals("http://localhost:3000/runs/" + run, mail.get("link").asText());
    }

    private static JsonNode notifying() {
        var definition = ApiClient.JSON.createObjectNode();
        var nodes = definition.putArray("nodes");
        nodes.addObject().put("id", "start").put("type", "start");
        nodes.addObject()
                .put("id", "end")
                .put("type", "finish")
                .putObject("data")
                .put("notifyUser", true);
        definition.putArray("edges").addObject().put("source", "start").put("target", "end");
        return definition;
    }

    private static List<JsonNode> mails(String email) {
        var messages =
                ApiClient.fetch(URI.create(environment.get("MAILBOX_URL") + "/api/messages"), BodyHandlers.ofString());
        return succeeded(messages)
                .get("messages")
                .valueStream()
                .filter(mail -> mail.get("to").asText().equals(email))
                .toList();
    }

    private static int progress(ApiClient user, String run) {
        return succeeded(user.get("/runs/" + run)).get("progress").asInt();
    }

    private static String status(ApiClient user, String run) {
        return succeeded(user.get("/runs/" + run)).get("status").asText();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it has not happened within 60 s");
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
