package dev.atelier.bootstrap;

import static dev.atelier.bootstrap.ApiClient.succeeded;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.local.LocalStack;
import dev.atelier.local.LocalStackOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole product, on real servers. */
class ProductTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

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
                "PORT", "0"));
        environment = Map.copyOf(settings);
        backend = App.startBackend(AppConfig.read(environment, Role.BACKEND));
    }

    @AfterAll
    static void stop() {
        backend.close();
        stack.close();
    }

    @Test
    void the_main_job_goes_through_a_backend_and_a_separate_worker() {
        var user = ApiClient.signUp(environment, backend.port());
        var project = id(user.post("/projects", object("name", "Spring campaign")));
        var file = succeeded(user.upload("/projects/" + project + "/files", "brief.txt", "Cocoa and orange."));
        assertEquals("stored", file.get("state").asText());
        assertEquals(17, file.get("size").asInt());

        try (var worker = WorkerProcess.start(environment)) {
            var run = startRun(user, project, 1);
            var events = user.get("/runs/" + run + "/events").body(); // ends with the run
            assertEquals(List.of("run.completed"), lines(events, "event: run.c"));
            assertEquals(numbersTo(lines(events, "id: ").size()), lines(events, "id: "));

            var outputs = succeeded(user.get("/runs/" + run)).get("outputs");
            var text = outputs.get("text1").get("content").asText();
            assertTrue(text.contains("Aurora"), text);
            var picture = ApiClient.fetch(
                    URI.create(outputs.get("picture").get("file_url").asText()), BodyHandlers.ofByteArray());
            assertEquals(
                    "image/png", picture.headers().firstValue("content-type").orElseThrow());
            assertArrayEquals(PNG, Arrays.copyOf(picture.body(), PNG.length));
            assertEquals(143, worker.stop());
        }
    }

    @Test
    void the_models_of_openrouter_write_paint_and_are_accounted_for() throws IOException {
        var user = ApiClient.signUp(environment, backend.port());
        var project = id(user.post("/projects", object("name", "Autumn campaign")));
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "png", png);

        try (var openRouter = OpenRouterStandIn.start(png.toByteArray());
                var ignored = App.startWorker(AppConfig.read(openRouter.environment(environment), Role.WORKER))) {
            var run = startRun(user, project, 1);
            var events = user.get("/runs/" + run + "/events").body(); // ends with the run
            assertEquals(List.of("run.completed"), lines(events, "event: run.c"), events);

            var done = succeeded(user.get("/runs/" + run));
            var outputs = done.get("outputs");
            assertEquals(
                    OpenRouterStandIn.TEXT, outputs.get("text1").get("content").asText());
            var picture = ApiClient.fetch(
                    URI.create(outputs.get("picture").get("file_url").asText()), BodyHandlers.ofByteArray());
            assertArrayEquals(png.toByteArray(), picture.body());
            assertEquals(0.75, done.get("usage").get("costUsd").asDouble());
            assertEquals(0.75, succeeded(user.get("/me/usage")).get("costUsd").asDouble());
            assertEquals(
                    List.of("example/text", "example/image"),
                    done.get("usage").get("models").findValuesAsText("model"));
            assertTrue(openRouter.prompts("example/text").stream().anyMatch(prompt -> prompt.contains("Aurora")));
            assertTrue(openRouter.prompts("example/image").contains(OpenRouterStandIn.TEXT));
        }
    }

    @Test
    void who_stops_a_run_cuts_off_the_call_that_another_process_makes_for_it_within_two_seconds() {
        var user = ApiClient.signUp(environment, backend.port());
        var project = id(user.post("/projects", object("name", "Second thoughts")));

        try (var openRouter = OpenRouterStandIn.start(PNG).holdTexts();
                var ignored = WorkerProcess.start(openRouter.environment(environment))) {
            var run = startRun(user, project, 1);
            await(() -> !openRouter.prompts("example/text").isEmpty());
            var open = "select count(*) from public.paid_calls where run_id = '%s' and state = '%s'";
            assertEquals(1, query(open.formatted(run, "open")));

            long begin = System.nanoTime();
            succeeded(user.post("/runs/" + run + "/stop", ApiClient.JSON.createObjectNode()));
            await(() -> query(open.formatted(run, "unknown")) == 1);
            var took = Duration.ofNanos(System.nanoTime() - begin);

            assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, () -> "it took " + took);
            var unsettled = succeeded(user.get("/me/usage")).get("unsettled");
            assertEquals(1, unsettled.get("calls").asInt());
            assertEquals(0.1, unsettled.get("atMostUsd").asDouble());
        }
    }

    @Test
    void a_run_whose_worker_is_killed_is_completed_by_the_next_one() {
        var user = ApiClient.signUp(environment, backend.port());
        var project = id(user.post("/projects", object("name", "Long")));
        int texts = 40;
        String run;
        try (var doomed = WorkerProcess.start(environment)) {
            run = startRun(user, project, texts);
            await(() -> succeeded(user.get("/runs/" + run)).get("progress").asInt() > 5);
            doomed.kill();
        }
        assertEquals(
                "running", succeeded(user.get("/runs/" + run)).get("status").asText(), "killed too late");

        try (var next = App.startWorker(AppConfig.read(environment, Role.WORKER))) {
            var events = user.get("/runs/" + run + "/events").body();
            assertEquals(0, next.port());
            assertEquals(numbersTo(lines(events, "id: ").size()), lines(events, "id: "));
            assertEquals(texts + 3, lines(events, "event: step.completed").size());
            assertEquals(1, lines(events, "event: run.completed").size());
        }
    }

    @Test
    void a_worker_that_is_told_to_stop_leaves_no_job_behind_and_the_next_one_goes_on_at_once() {
        var user = ApiClient.signUp(environment, backend.port());
        var project = id(user.post("/projects", object("name", "Stopped")));
        String run;
        try (var first = WorkerProcess.start(environment)) {
            run = startRun(user, project, 40);
            await(() -> succeeded(user.get("/runs/" + run)).get("progress").asInt() > 5);
            assertEquals(143, first.stop());
        }
        // Documents that the run has written wait to be read as well, and other tests have jobs of their own.
        var steps = "select count(*) from public.jobs where kind = 'execute_step' and owner_id = '%s' and "
                .formatted(succeeded(user.get("/me")).get("id").asText());
        assertEquals(0, query(steps + "state = 'claimed'"));
        assertEquals(1, query(steps + "state = 'waiting' and attempt = 0"));

        try (var next = App.startWorker(AppConfig.read(environment, Role.WORKER))) {
            await(() ->
                    succeeded(user.get("/runs/" + run)).get("status").asText().equals("completed"));
        }
    }

    @Test
    void an_operator_lists_tries_again_and_drops_jobs() {
        var user = ApiClient.signUp(environment, backend.port());
        var run = startRun(user, id(user.post("/projects", object("name", "Operated"))), 1);
        var job = succeeded(user.get("/jobs")).get("items").get(0).get("id").asText();
        var owner = succeeded(user.get("/me")).get("id").asText();

        var listed = Command.run(environment, "jobs", "list", "--owner", owner, "--state", "waiting");
        assertEquals(0, listed.exitCode(), listed::err);
        assertTrue(listed.out().contains(job + "  waiting"), listed::out);
        assertTrue(listed.out().endsWith("1 job\n"), listed::out);
        assertEquals(1, Command.run(environment, "jobs", "retry", job).exitCode());
        assertEquals(0, Command.run(environment, "jobs", "retry", "--all-dead").exitCode());
        assertEquals(0, Command.run(environment, "jobs", "drop", job).exitCode());
        assertEquals(1, Command.run(environment, "jobs", "drop", job).exitCode());
        assertEquals("failed", succeeded(user.get("/runs/" + run)).get("status").asText());
    }

    @Test
    void an_operator_moves_documents_to_the_model_of_the_settings() {
        var user = ApiClient.signUp(environment, backend.port());
        var project = id(user.post("/projects", object("name", "Reindexed")));
        var details = ApiClient.JSON.createObjectNode().put("title", "Tea").put("content", "Green tea grows in Japan.");
        var document = id(user.post("/projects/" + project + "/documents", details));
        try (var ignored = App.startWorker(AppConfig.read(environment, Role.WORKER))) {
            await(() -> succeeded(user.get("/documents/" + document))
                    .get("ingestion")
                    .asText()
                    .equals("ready"));
        }
        var vectors = "select count(*) from public.passage_vectors where document_id = '%s' and model %s 'older/model'";
        assertEquals(1, query("""
                with moved as (
                    update public.passage_vectors set model = 'older/model' where document_id = '%s' returning 1)
                select count(*) from moved
                """.formatted(document)));

        var reindexed = Command.run(environment, "reindex");

        assertEquals(0, reindexed.exitCode(), reindexed::err);
        assertTrue(reindexed.out().matches("(?s).*done: [1-9]\\d* documents, [1-9]\\d* new vectors\n"), reindexed::out);
        assertEquals(0, query(vectors.formatted(document, "=")));
        assertEquals(1, query(vectors.formatted(document, "<>")));
        assertEquals(
                "done: 0 documents, 0 new vectors\n",
                Command.run(environment, "reindex").out());
        assertEquals(
                64, Command.run(environment, "reindex", "--model", "one/alone").exitCode());
    }

    @Test
    void figures_of_backend_and_worker_are_for_prometheus() {
        var user = ApiClient.signUp(environment, backend.port());
        var project = id(user.post("/projects", object("name", "Measured")));
        try (var worker =
                App.startWorker(AppConfig.read(Settings.with(environment, "METRICS_PORT", "0"), Role.WORKER))) {
            user.get("/runs/" + startRun(user, project, 1) + "/events");

            await(() -> metrics(worker.port())
                    .contains("atelier_jobs_attempts_seconds_count{kind=\"execute_step\",outcome=\"done\"}"));
            await(() -> metrics(worker.port())
                    .contains("atelier_ai_calls_seconds_count{kind=\"text\",outcome=\"ok\",provider=\"offline\"}"));
            await(() -> metrics(worker.port())
                    .contains("atelier_storage_operations_seconds_count{operation=\"put\",outcome=\"ok\"}"));
        }
        var figures = metrics(backend.port());
        for (var name : List.of(
                "atelier_jobs_due{queue=\"interactive\"}",
                "atelier_jobs_dead{queue=\"bulk\"}",
                "atelier_jobs_oldest_seconds{queue=\"bulk\"}",
                "atelier_jobs_taken_over_total",
                "atelier_jobs_sweeps_total",
                "atelier_run_event_streams",
                "atelier_http_requests_seconds_count{method=\"POST\",route=\"/api/v1/projects\",status=\"201\"}",
                "atelier_database_connections{state=\"in_use\"}")) {
            assertTrue(figures.contains(name), figures);
        }
    }

    @Test
    void a_worker_tells_that_it_is_alive() {
        try (var worker =
                App.startWorker(AppConfig.read(Settings.with(environment, "METRICS_PORT", "0"), Role.WORKER))) {
            var address = URI.create("http://localhost:" + worker.port() + "/health/live");

            assertEquals(200, ApiClient.fetch(address, BodyHandlers.ofString()).statusCode());
        }
    }

    private static String metrics(int port) {
        return ApiClient.fetch(URI.create("http://localhost:" + port + "/metrics"), BodyHandlers.ofString())
                .body();
    }

    @Test
    void what_is_another_users_does_not_exist() {
        var owner = ApiClient.signUp(environment, backend.port());
        var project = id(owner.post("/projects", object("name", "Secret")));
        var run = startRun(owner, project, 1);
        var workflow = succeeded(owner.get("/runs/" + run)).get("workflowId").asText();
        var theirs = Map.of(
                "projects",
                project,
                "documents",
                id(owner.post("/projects/" + project + "/documents", object("title", "Secret"))),
                "files",
                id(owner.upload("/projects/" + project + "/files", "secret.txt", "Secret.")),
                "workflows",
                workflow,
                "runs",
                run,
                "jobs",
                succeeded(owner.get("/jobs")).at("/items/0/id").asText());
        var before = shown(owner, theirs);
        var description = succeeded(ApiClient.fetch(
                URI.create("http://localhost:" + backend.port() + "/openapi.json"), BodyHandlers.ofString()));

        int tried = new Attack(ApiClient.signUp(environment, backend.port()), description, theirs).run();

        assertTrue(tried > 20, () -> "only " + tried);
        assertEquals(before, shown(owner, theirs));
    }

    private static List<String> shown(ApiClient owner, Map<String, String> things) {
        return things.entrySet().stream()
                .map(thing -> succeeded(owner.get("/" + thing.getKey() + "/" + thing.getValue()))
                        .toString())
                .toList();
    }

    @Test
    void a_token_with_a_broken_signature_is_refused() {
        var user = ApiClient.signUp(environment, backend.port());
        var signature = user.token().substring(user.token().lastIndexOf('.') + 1);
        var broken = new ApiClient(user.api(), user.token().replace(signature, new StringBuilder(signature).reverse()));

        var answer = broken.get("/me");

        assertEquals(401, answer.statusCode());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("content-type").orElseThrow());
        assertTrue(answer.body().contains("\"code\":\"invalid_token\""), answer::body);
    }

    @Test
    void the_doctor_finds_everything_well() {
        var doctor = Command.run(environment, "doctor");

        assertEquals(0, doctor.exitCode(), doctor::out);
        assertEquals(
                List.of(
                        "ok settings",
                        "ok database",
                        "ok storage",
                        "ok queue",
                        "ok auth",
                        "warning models",
                        "warning search",
                        "ok mail"),
                doctor.out()
                        .lines()
                        .map(line -> line.replaceFirst("^(\\S+) +(\\S+) .*", "$1 $2"))
                        .toList());
    }

    @Test
    void the_doctor_says_what_does_not_answer_and_never_a_secret() {
        var settings = new HashMap<>(environment);
        settings.put("DATABASE_URL", "postgresql://postgres:sesame1@localhost:1/postgres");
        settings.put("R2_SECRET_KEY", "sesame2");
        settings.put("REDIS_URL", "redis://:sesame3@localhost:1");
        settings.put("SUPABASE_URL", "http://localhost:1");
        settings.put("AI_PROVIDER", "openrouter");
        settings.put("OPENROUTER_API_KEY", "sesame4");
        settings.put("OPENROUTER_BASE_URL", "http://localhost:1");
        settings.put("TAVILY_API_KEY", "sesame5");
        settings.put("TAVILY_BASE_URL", "http://localhost:1");
        settings.put("BREVO_API_KEY", "sesame6");
        settings.put("BREVO_BASE_URL", "http://localhost:1");
        settings.put("FROM_EMAIL", "atelier@example.com");

        var doctor = Command.run(settings, "doctor");

        assertEquals(1, doctor.exitCode());
        assertFalse(doctor.out().contains("sesame"), doctor::out);
        for (String name : List.of("database", "storage", "queue", "auth", "models", "search", "mail")) {
            assertTrue(
                    doctor.out().lines().anyMatch(line -> line.matches("FAILED   " + name + " .*Check [A-Z_0-9]+_.*")),
                    doctor::out);
        }
    }

    @Test
    void migrating_again_finds_nothing_to_do() {
        var migrate = Command.run(environment, "migrate");

        assertEquals(0, migrate.exitCode(), migrate::err);
        assertEquals("the schema is up to date\n", migrate.out());
    }

    @Test
    void a_backend_that_cannot_listen_closes_what_it_has_opened() {
        var taken = Settings.with(environment, "PORT", Integer.toString(backend.port()));
        var alone = Settings.with(taken, "DATABASE_URL", environment.get("DATABASE_URL") + "?ApplicationName=doomed");

        var thrown =
                assertThrows(IllegalStateException.class, () -> App.startBackend(AppConfig.read(alone, Role.BACKEND)));

        assertTrue(String.valueOf(thrown.getMessage()).contains(Integer.toString(backend.port())), thrown::toString);
        await(() -> connections("doomed") == 0);
    }

    private static String startRun(ApiClient user, String project, int texts) {
        var workflow = ApiClient.JSON.createObjectNode().put("name", "Announcement");
        workflow.set("definition", Definitions.textsAndPicture(texts));
        var inputs = ApiClient.JSON.createObjectNode();
        inputs.putObject("inputs").put("product", "Aurora");
        return id(user.post(
                "/workflows/" + id(user.post("/projects/" + project + "/workflows", workflow)) + "/runs", inputs));
    }

    private static JsonNode object(String name, String value) {
        return ApiClient.JSON.createObjectNode().put(name, value);
    }

    private static String id(HttpResponse<String> answer) {
        var id = succeeded(answer).get("id").asText();
        assertNotEquals("", id);
        return id;
    }

    private static List<String> lines(String events, String prefix) {
        return events.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private static List<String> numbersTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    private static int connections(String application) {
        try (var connection = stack.postgres().database().dataSource().getConnection();
                var statement = connection.prepareStatement(
                        "select count(*) from pg_stat_activity where application_name = ?")) {
            statement.setString(1, application);
            var result = statement.executeQuery();
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int query(String sql) {
        try (var connection = stack.postgres().database().dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it has not happened within 30 s");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
