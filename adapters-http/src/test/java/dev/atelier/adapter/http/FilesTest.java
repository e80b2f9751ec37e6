package dev.atelier.adapter.http;

import static dev.atelier.adapter.http.TestServer.UPLOAD_MAX_BYTES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.file.FileId;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final TestServer server = TestServer.start();

    private final Api ada = server.newUser();
    private final String files = ada.newProject() + "/files";

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aFileIsTakenShownListedAndGivenBack() {
        var made = upload(part("file", "brief.txt", "text/plain", "hello")).expect(201);
        var path = made.header("Location").orElseThrow();

        assertEquals("brief.txt", made.string("fileName"));
        assertEquals("text/plain", made.string("contentType"));
        assertEquals(5, made.json().path("size").asInt());
        assertEquals("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", made.string("sha256"));
        assertEquals("stored", made.string("state"));
        assertEquals(made.text(), ada.get(path).expect(200).text());
        assertEquals(1, ada.get(files).expect(200).json().path("items").size());
        var content = ada.get(path + "/content").expect(200);
        assertEquals("hello", content.text());
        assertEquals(Optional.of("text/plain"), content.header("Content-Type"));
        assertEquals(Optional.of("5"), content.header("Content-Length"));
        assertEquals(Optional.of("nosniff"), content.header("X-Content-Type-Options"));
    }

    @Test
    void whatAUserUploadsIsSavedByBrowsersAndNeverShown() {
        var path = upload(part("file", "evil.html", "text/html", "<script>alert(1)</script>"))
                .header("Location")
                .orElseThrow();

        assertTrue(ada.get(path + "/content")
                .header("Content-Disposition")
                .orElseThrow()
                .startsWith("attachment;"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd | passwd | attachment; filename=\"passwd\"; filename*=UTF-8''passwd",
                "Grüße 😀.txt | Grüße 😀.txt | attachment; filename=\"Gr__e _.txt\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%F0%9F%98%80.txt",
                "100%.txt | 100%.txt | attachment; filename=\"100_.txt\"; filename*=UTF-8''100%25.txt"
            })
    void namesOfFilesAreSafe(String given, String kept, String disposition) {
        var made = upload(part("file", given, "text/plain", "x")).expect(201);

        assertEquals(kept, made.string("fileName"));
        assertEquals(
                Optional.of(disposition),
                ada.get(made.header("Location").orElseThrow() + "/content").header("Content-Disposition"));
    }

    @Test
    void theLongestNamesOfAnyScriptSurvive() {
        for (var name : List.of("\ud83d\ude00".repeat(255), "relat\u00f3rio final (v2).pdf", "\u6587".repeat(255))) {
            assertEquals(
                    name,
                    upload(part("file", name, "text/plain", "x")).expect(201).string("fileName"));
        }
        upload(part("file", "\ud83d\ude00".repeat(256), "text/plain", "x"))
                .expectProblem(422, "validation_failed")
                .expectFault("fileName");
    }

    @Test
    void theFileComesLastUnlessItIsLargerThanWhatFollowsOrThatIsLittle() {
        var other = part("other", "b", "text/plain", "x".repeat((int) LastPart.FEW_BYTES - 200));
        var more = part("other", "b", "text/plain", "x".repeat((int) LastPart.FEW_BYTES + 1));
        var small = part("file", "a.txt", "text/plain", "small");

        assertEquals(5, upload(other + small).expect(201).json().path("size").asInt());
        assertEquals(5, upload(more + small).expect(201).json().path("size").asInt());
        assertEquals(5, upload(small + other).expect(201).json().path("size").asInt());
        upload(part("file", "a.txt", "text/plain", "x".repeat(2 * (int) LastPart.FEW_BYTES)) + more)
                .expect(201);
        upload(small + more).expectProblem(400, "malformed_request");
    }

    @Test
    void severalRangesAreNotToldApartAndAreGivenAsTheWhole() {
        var content = upload(part("file", "a.txt", "text/plain", "0123456789"))
                        .header("Location")
                        .orElseThrow()
                + "/content";

        assertEquals(
                "0123456789",
                ada.get(content, "Range", "bytes=0-1,4-5").expect(200).text());
    }

    @Test
    void bytesThatAreNotWhatWasSaidAreRefused() {
        var digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
        var file = part("file", "a.txt", "text/plain", "hello");

        upload(field("sha256", digest) + file).expect(201);
        upload(field("sha256", "0".repeat(64)) + file)
                .expectProblem(422, "validation_failed")
                .expectFault("sha256");
        upload(field("sha256", "nonsense") + file)
                .expectProblem(422, "validation_failed")
                .expectFault("sha256");
        upload(file + field("sha256", digest))
                .expectProblem(422, "validation_failed")
                .expectFault("sha256");
        upload(file.replace("Content-Type:", "Content-Length: 4\r\nContent-Type:"))
                .expectProblem(422, "validation_failed")
                .expectFault("size");
        upload(part("file", "a.png", "image/png", "hello"))
                .expectProblem(422, "validation_failed")
                .expectFault("contentType");
        assertEquals(1, count());
    }

    @Test
    void anImageShowsItsThumbnailOnceItHasOne() {
        var made = upload(part("file", "a.txt", "text/plain", "x")).expect(201);
        assertTrue(made.json().path("thumbnailUrl").isNull());

        var id = new FileId(java.util.UUID.fromString(made.string("id")));
        server.adapters().files().markThumbnail(ada.user(), id);

        assertEquals(
                made.string("url") + ".thumbnail",
                ada.get(made.header("Location").orElseThrow()).expect(200).string("thumbnailUrl"));
    }

    private static String field(String name, String value) {
        return "--frontier\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value);
    }

    @Test
    void aRangeIsGivenAndOneOutsideIsNot() {
        var content = upload(part("file", "a.txt", "text/plain", "0123456789"))
                        .header("Location")
                        .orElseThrow()
                + "/content";

        var middle = ada.get(content, "Range", "bytes=2-4").expect(206);
        assertEquals("234", middle.text());
        assertEquals(Optional.of("bytes 2-4/10"), middle.header("Content-Range"));
        assertEquals("89", ada.get(content, "Range", "bytes=-2").expect(206).text());
        assertEquals("89", ada.get(content, "Range", "bytes=8-").expect(206).text());
        assertEquals(
                "9",
                ada.get(content, "Range", "bytes=9-99999999999999999999")
                        .expect(206)
                        .text());
        assertEquals(
                "0123456789", ada.get(content, "Range", "lines=1-2").expect(200).text());
        assertEquals(
                "0123456789", ada.get(content, "Range", "bytes=4-2").expect(200).text());
        var outside = ada.get(content, "Range", "bytes=10-").expectProblem(416, "range_not_satisfiable");
        assertEquals(Optional.of("bytes */10"), outside.header("Content-Range"));
    }

    @Test
    void whoHasTheFileIsNotSentItAgain() {
        var content = upload(part("file", "a.txt", "text/plain", "0123456789"))
                        .header("Location")
                        .orElseThrow()
                + "/content";
        var tag = ada.head(content).expect(200).etag();

        assertEquals(0, ada.get(content, "If-None-Match", tag).expect(304).body().length);
        assertEquals(
                "0123456789",
                ada.send(ada.request(content).header("Range", "bytes=2-4").header("If-Range", "\"other\""))
                        .expect(200)
                        .text());
        assertEquals(
                "234",
                ada.send(ada.request(content).header("Range", "bytes=2-4").header("If-Range", tag))
                        .expect(206)
                        .text());
    }

    @Test
    void aFileOfTheLargestSizeIsTakenAndOneByteMoreIsNot() {
        upload(part("file", "a", "text/plain", "x".repeat((int) UPLOAD_MAX_BYTES)))
                .expect(201);

        upload(part("file", "a", "text/plain", "x".repeat((int) UPLOAD_MAX_BYTES + 1)))
                .expectProblem(413, "too_large");
        assertEquals(1, count());
    }

    @Test
    void aBodyWhoseLengthIsNotToldIsStoppedAtTheLimit() {
        var body = form(part("file", "a", "text/plain", "x".repeat(3 * (int) UPLOAD_MAX_BYTES)));
        var chunked = ada.request(files)
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body.getBytes(UTF_8))));

        ada.send(chunked).expectProblem(413, "too_large");
        assertEquals(0, count());
    }

    @Test
    void aFormIsToHaveOneFile() {
        upload(part("other", "a", "text/plain", "x"))
                .expectProblem(422, "validation_failed")
                .expectFault("file");
        upload("").expectProblem(422, "validation_failed").expectFault("file");
        upload(part("file", "a", "text/plain", "x") + part("file", "b", "text/plain", "y"))
                .expectProblem(422, "validation_failed")
                .expectFault("file");
        upload(part("file", "", "text/plain", "x"))
                .expectProblem(422, "validation_failed")
                .expectFault("fileName");
        upload(part("file", "a", "nonsense", "x"))
                .expectProblem(422, "validation_failed")
                .expectFault("contentType");
        assertEquals(0, count());
    }

    @Test
    void otherFieldsOfTheFormAreNoHarm() {
        upload("--frontier\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nTitle\r\n"
                        + part("file", "a", "text/plain", "x"))
                .expect(201);
    }

    @Test
    void whatIsNoFormIsNotRead() {
        ada.post(files, "{}").expectProblem(415, "unsupported_media_type");
        ada.send(ada.request(files)
                        .header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofString("x")))
                .expectProblem(400, "malformed_request");
    }

    @Test
    void ofAClientThatGoesAwayNothingIsLeft() throws IOException {
        try (var socket = beginUpload()) {
            socket.getOutputStream().write("x".repeat(100_000).getBytes(UTF_8));
        }
        assertGivenUp();
    }

    /** The head of a request and of its only file, of which nothing has come yet. */
    private Socket beginUpload() throws IOException {
        var socket = new Socket("localhost", server.http().port());
        var head = """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: multipart/form-data; boundary=frontier\r
                Content-Length: 500000\r
                \r
                --frontier\r
                Content-Disposition: form-data; name="file"; filename="a"\r
                \r
                """.formatted(files, ada.token());
        socket.getOutputStream().write(head.getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private void assertGivenUp() {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (server.adapters().files().listDeleting(ada.user(), 10).isEmpty()) {
            assertTrue(System.nanoTime() < end, "the file is not given up");
            LockSupport.parkNanos(5_000_000);
        }
        assertEquals(0, count());
    }

    @Test
    void theSameUploadWithTheSameKeyIsOneFile() {
        var first = uploadWithKey("key", "hello").expect(201);

        assertEquals(first.text(), uploadWithKey("key", "hello").expect(201).text());
        uploadWithKey("key", "other").expectProblem(409, "idempotency_key_reused");
        assertEquals(1, count());
    }

    @Test
    void aSignedAddressLastsAsLongAsItIsAskedFor() {
        var path =
                upload(part("file", "a", "text/plain", "x")).header("Location").orElseThrow();

        assertFalse(ada.get(path + "/signed-url?expiresIn=60")
                .expect(200)
                .string("url")
                .isEmpty());
        ada.get(path + "/signed-url").expect(200);
        for (var wrong : new String[] {"0", "604801", "x", "-1", "99999999999999999999"}) {
            ada.get(path + "/signed-url?expiresIn=" + wrong)
                    .expectProblem(422, "validation_failed")
                    .expectFault("expiresIn");
        }
    }

    @Test
    void filesOfOthersAreNotThere() {
        var path =
                upload(part("file", "a", "text/plain", "x")).header("Location").orElseThrow();
        var stranger = server.newUser();

        for (var address : new String[] {path, path + "/content", path + "/signed-url", files}) {
            stranger.get(address).expectProblem(404, "not_found");
        }
        stranger.delete(path).expectProblem(404, "not_found");
        upload(stranger, part("file", "a", "text/plain", "x")).expectProblem(404, "not_found");
        ada.get(path).expect(200);
    }

    @Test
    void aDeletedFileIsGone() {
        var path =
                upload(part("file", "a", "text/plain", "x")).header("Location").orElseThrow();

        ada.delete(path).expect(204);

        ada.get(path).expectProblem(404, "not_found");
        ada.get(path + "/content").expectProblem(404, "not_found");
        assertEquals(0, count());
    }

    @Test
    void bytesComeBackAsTheyWere() {
        var bytes = new byte[100_000];
        new java.util.Random(1).nextBytes(bytes);
        var head =
                "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n".getBytes(UTF_8);
        var body = new java.io.ByteArrayOutputStream();
        body.writeBytes(head);
        body.writeBytes(bytes);
        body.writeBytes("\r\n--frontier--\r\n".getBytes(UTF_8));
        var made = ada.send(ada.request(files)
                        .header("Content-Type", "multipart/form-data; boundary=frontier")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())))
                .expect(201);

        assertEquals("application/octet-stream", made.string("contentType"));
        assertArrayEquals(
                bytes,
                ada.get(made.header("Location").orElseThrow() + "/content").body());
    }

    private int count() {
        return ada.get(files).expect(200).json().path("items").size();
    }

    private Reply upload(String parts) {
        return upload(ada, parts);
    }

    private Reply upload(Api user, String parts) {
        return user.send(user.request(files)
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(BodyPublishers.ofString(form(parts))));
    }

    private Reply uploadWithKey(String key, String content) {
        return ada.send(ada.request(files)
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(form(part("file", "a.txt", "text/plain", content)))));
    }

    private static String form(String parts) {
        return parts + "--frontier--\r\n";
    }

    private static String part(String field, String fileName, String contentType, String content) {
        return "--frontier\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n"
                .formatted(field, fileName, contentType, content);
    }
}
