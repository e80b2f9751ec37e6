package dev.atelier.bootstrap;

import static dev.atelier.bootstrap.ApiClient.succeeded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.local.LocalStack;
import dev.atelier.local.LocalStackOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files through a backend whose heap is small, on a real S3 server. */
class FilesProductTest {

    private static final int MIB = 1024 * 1024;
    private static final int UPLOADS = 20;
    private static final int MIB_EACH = 30;
    private static final int MANY = 100_000;
    private static final String ORIGIN = "http://localhost:3000";

    private static LocalStack stack;
    private static Map<String, String> environment;
    private static BackendProcess backend;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalStackOptions.temporary());
        var settings = new HashMap<>(stack.environment());
        settings.putAll(Map.of(
                "APP_ENV", "development",
                "AI_PROVIDER", "offline",
                "LOG_FORMAT", "text",
                "FRONTEND_URL", ORIGIN,
                "PORT", "0"));
        environment = Map.copyOf(settings);
        backend = BackendProcess.start(environment, "-Xmx64m");
    }

    @AfterAll
    static void stop() {
        backend.close();
        stack.close();
    }

    /** Somebody new, and where they keep their files. */
    private record Studio(ApiClient user, String files) {

        static Studio open() {
            var user = ApiClient.signUp(environment, backend.port());
            var project = succeeded(
                    user.post("/projects", ApiClient.JSON.createObjectNode().put("name", "Files")));
            return new Studio(user, "/projects/" + project.get("id").asText() + "/files");
        }

        String thumbnail(String id) {
            return succeeded(user.get("/files/" + id)).get("thumbnailUrl").asText("");
        }
    }

    @Test
    void twenty_uploads_of_unknown_length_fit_into_a_heap_of_64_megabytes() throws Exception {
        var studio = Studio.open();
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < UPLOADS; i++) {
                answers.add(threads.submit(() -> studio.user().upload(studio.files(), FilesProductTest::largeForm)));
            }
        }

        var digests = new HashSet<String>();
        for (var answer : answers) {
            var file = succeeded(answer.get());
            assertEquals((long) MIB_EACH * MIB, file.get("size").asLong());
            digests.add(file.get("sha256").asText());
        }
        assertEquals(1, digests.size());
        assertTrue(backend.process().isAlive());
    }

    /** A form with a file of zeros, made while it is read. */
    private static InputStream largeForm() {
        var parts = new ArrayList<InputStream>();
        parts.add(text("--boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"));
        var mebibyte = new byte[MIB];
        for (int i = 0; i < MIB_EACH; i++) {
            parts.add(new ByteArrayInputStream(mebibyte));
        }
        parts.add(text("\r\n--boundary--\r\n"));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** Storage tells by its entity tag how often it was asked (an object of several parts has their number in it). */
    @Test
    void a_form_that_says_how_long_it_is_goes_to_storage_in_one_request() throws IOException {
        var studio = Studio.open();
        byte[] form;
        try (var parts = largeForm()) {
            form = parts.readAllBytes();
        }

        var told = succeeded(studio.user().upload(studio.files(), BodyPublishers.ofByteArray(form)));
        var untold = succeeded(studio.user().upload(studio.files(), FilesProductTest::largeForm));

        assertEquals(told.get("sha256"), untold.get("sha256"));
        assertFalse(entityTag(told).contains("-"), entityTag(told));
        assertTrue(entityTag(untold).endsWith("-" + MIB_EACH / 5 + "\""), entityTag(untold));
    }

    private static String entityTag(JsonNode file) {
        return ApiClient.fetch(URI.create(file.get("url").asText()), BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    @Test
    void a_project_with_many_files_is_deleted_by_a_job_that_takes_many_turns() throws SQLException {
        var studio = Studio.open();
        var url = URI.create(succeeded(studio.user().upload(studio.files(), "a.txt", "hello"))
                .get("url")
                .asText());
        var project = studio.files().replaceAll("/files$", "");
        var owner = insertFiles(project.replaceAll(".*/", ""));
        var files = "select count(*) from public.files where owner_id = '%s' and state = 'deleting'".formatted(owner);
        var turns = "select sum(fence) from public.jobs where owner_id = '%s'".formatted(owner);

        assertEquals(204, studio.user().delete(project).statusCode());
        assertEquals(MANY + 1, number(files));
        try (var worker = WorkerProcess.start(environment, "-Xmx64m")) {
            long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
            while (number(files) > 0) {
                assertTrue(System.nanoTime() < end, "not all files are removed");
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
        assertEquals(404, ApiClient.fetch(url, BodyHandlers.discarding()).statusCode());
        assertTrue(number(turns) >= 10 && number(turns) <= 13, () -> "not 10,000 files a turn");
    }

    /** Returns who owns them. */
    private static String insertFiles(String project) throws SQLException {
        try (var connection = stack.postgres().database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            assertEquals(MANY, statement.executeUpdate("""
                    insert into public.files (id, owner_id, project_id, file_name, content_type, object_key, size, sha256,
                        state, created_at)
                    select gen_random_uuid(), owner_id, id, 'name', 'text/plain',
                        'files/' || replace(gen_random_uuid()::text, '-', ''), 1, repeat('0', 64), 'stored', now()
                    from public.projects, generate_series(1, %d) where id = '%s'
                    """.formatted(MANY, project)));
            try (var owner =
                    statement.executeQuery("select owner_id from public.projects where id = '%s'".formatted(project))) {
                assertTrue(owner.next());
                return owner.getString(1);
            }
        }
    }

    private static long number(String query) {
        try (var connection = stack.postgres().database().dataSource().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            assertTrue(result.next());
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** What a browser does: it asks whether it may, sends the file to storage, and tells the backend. */
    @Test
    void a_browser_sends_a_file_past_the_backend() throws Exception {
        var studio = Studio.open();
        var begin = ApiClient.JSON
                .createObjectNode()
                .put("fileName", "relat\u00f3rio final (v2).txt")
                .put("contentType", "text/plain")
                .put("size", 5);
        var place = succeeded(studio.user().post(studio.files() + "/uploads", begin));
        var url = URI.create(place.get("url").asText());
        var names = new ArrayList<String>();
        place.get("headers").fieldNames().forEachRemaining(names::add);

        var preflight = send(HttpRequest.newBuilder(url)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", String.join(",", names)));
        assertEquals(200, preflight.statusCode());
        assertTrue(preflight.headers().firstValue("Access-Control-Allow-Origin").isPresent());

        var refused = put(url, place, "text/html");
        var sent = put(url, place, "text/plain");
        assertEquals(List.of(403, 200), List.of(refused.statusCode(), sent.statusCode()));
        assertTrue(sent.headers().firstValue("Access-Control-Allow-Origin").isPresent());

        var file = succeeded(studio.user()
                .post("/files/" + place.get("fileId").asText() + "/complete", ApiClient.JSON.createObjectNode()));
        assertEquals("stored", file.get("state").asText());
        assertEquals(
                "hello",
                ApiClient.fetch(URI.create(file.get("url").asText()), BodyHandlers.ofString())
                        .body());
    }

    private static HttpResponse<String> put(URI url, JsonNode place, String contentType) throws Exception {
        var request = HttpRequest.newBuilder(url).header("Origin", ORIGIN).PUT(BodyPublishers.ofString("hello"));
        place.get("headers")
                .properties()
                .forEach(header -> request.header(
                        header.getKey(),
                        header.getKey().equalsIgnoreCase("Content-Type")
                                ? contentType
                                : header.getValue().asText()));
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        }
    }

    @Test
    void a_worker_makes_a_thumbnail() throws IOException {
        var studio = Studio.open();
        var image = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1500, 1000, BufferedImage.TYPE_INT_RGB), "png", image);
        var form = List.of(text("""
                        --boundary\r
                        Content-Disposition: form-data; name="file"; filename="a.png"\r
                        Content-Type: image/png\r
                        \r
                        """), new ByteArrayInputStream(image.toByteArray()), text("\r\n--boundary--\r\n"));
        var id = succeeded(studio.user()
                        .upload(studio.files(), () -> new SequenceInputStream(Collections.enumeration(form))))
                .get("id")
                .asText();

        try (var worker = WorkerProcess.start(environment)) {
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (studio.thumbnail(id).isEmpty()) {
                assertTrue(System.nanoTime() < end, "there is no thumbnail");
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        var small = ImageIO.read(
                new ByteArrayInputStream(ApiClient.fetch(URI.create(studio.thumbnail(id)), BodyHandlers.ofByteArray())
                        .body()));
        assertEquals(512, small.getWidth());
        assertEquals(341, small.getHeight());
    }

    @Test
    void the_operator_is_told_whether_rows_and_objects_agree() {
        var studio = Studio.open();
        succeeded(studio.user().upload(studio.files(), "brief.txt", "Cocoa and orange."));

        var sweep = Command.run(environment, "sweep");
        var mend = Command.run(environment, "sweep", "--mend");

        assertEquals(0, sweep.exitCode(), sweep::err);
        assertTrue(sweep.out().contains("object-without-row   0"), sweep::out);
        assertTrue(sweep.out().endsWith("done\n"), sweep::out);
        assertEquals(0, mend.exitCode(), mend::err);
    }
}
