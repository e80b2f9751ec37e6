package dev.atelier.local;

import static dev.atelier.local.ErrorMessages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStorageTest {

    private final LocalBucket bucket = LocalStorage.shared().newBucket();
    private final SignedRequests signed = new SignedRequests(bucket);

    @Test
    void whatWasPutWithASignatureIsReadByAnybodyWithItsContentType() throws Exception {
        signed.put("pictures/a b.png", "image/png", "the picture");
        HttpResponse<String> read = Http.send(HttpRequest.newBuilder(publicly("pictures/a%20b.png")));
        assertEquals(200, read.statusCode());
        assertEquals("the picture", read.body());
        assertEquals("image/png", read.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void anybodyMayAskForTheHeadOfAnObject() throws Exception {
        signed.put("head.txt", "text/plain", "12345");
        HttpResponse<String> head =
                Http.send(HttpRequest.newBuilder(publicly("head.txt")).HEAD());
        assertEquals(200, head.statusCode());
        assertEquals("5", head.headers().firstValue("Content-Length").orElse(""));
        assertEquals("text/plain", head.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void anybodyMayReadAPartOfAnObject() throws Exception {
        signed.put("range.txt", "text/plain", "0123456789");
        HttpResponse<String> part =
                Http.send(HttpRequest.newBuilder(publicly("range.txt")).header("Range", "bytes=2-4"));
        assertEquals(206, part.statusCode());
        assertEquals("234", part.body());
    }

    @Test
    void nobodyPutsWithoutASignature() throws Exception {
        HttpResponse<String> refused = Http.send(
                HttpRequest.newBuilder(publicly("intruder.txt")).PUT(HttpRequest.BodyPublishers.ofString("mine")));
        assertEquals(403, refused.statusCode());
        assertEquals(
                404, Http.send(HttpRequest.newBuilder(publicly("intruder.txt"))).statusCode());
    }

    @Test
    void nobodyPostsWithoutASignature() throws Exception {
        HttpResponse<String> refused = Http.send(
                HttpRequest.newBuilder(bucket.publicUrl()).POST(HttpRequest.BodyPublishers.ofString("key=intruder")));
        assertTrue(refused.statusCode() >= 400, refused::toString);
    }

    @Test
    void nobodyDeletesWithoutASignature() throws Exception {
        signed.put("precious.txt", "text/plain", "still here");
        assertEquals(
                403,
                Http.send(HttpRequest.newBuilder(publicly("precious.txt")).DELETE())
                        .statusCode());
        assertEquals(
                "still here",
                Http.send(HttpRequest.newBuilder(publicly("precious.txt"))).body());
    }

    @Test
    void nobodyListsWithoutASignature() throws Exception {
        signed.put("secret-name.txt", "text/plain", "hidden");
        for (String address : new String[] {"", "/", "/?list-type=2", "/?versions", "/?acl", "/?uploads"}) {
            HttpResponse<String> refused = Http.send(HttpRequest.newBuilder(URI.create(bucket.publicUrl() + address)));
            assertEquals(403, refused.statusCode(), address);
            assertFalse(refused.body().contains("secret-name"), address);
        }
        assertEquals(403, Http.send(HttpRequest.newBuilder(bucket.endpoint())).statusCode());
    }

    @Test
    void aSignatureWithTheWrongKeyIsRefused() throws Exception {
        LocalBucket forged = new LocalBucket(bucket.endpoint(), bucket.accessKey(), "wrong", bucket.name());
        assertEquals(
                403,
                new SignedRequests(forged)
                        .tryToPut("forged.txt", "text/plain", "x")
                        .statusCode());
    }

    @Test
    void aTypeOtherThanTheSignedOneIsRefused() throws Exception {
        HttpResponse<String> refused = Http.send(HttpRequest.newBuilder(signed.addressToPut("page.html", "text/plain"))
                .header("Content-Type", "text/html")
                .PUT(HttpRequest.BodyPublishers.ofString("<script>")));
        assertEquals(403, refused.statusCode());
    }

    @Test
    void aBrowserOfAnotherOriginMayUploadAndReadTheTag() throws Exception {
        HttpResponse<String> preflight = Http.send(HttpRequest.newBuilder(publicly("upload.txt"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type,x-amz-checksum-sha256"));
        assertEquals(200, preflight.statusCode());
        assertEquals(Optional.of("*"), preflight.headers().firstValue("Access-Control-Allow-Origin"));
        assertTrue(preflight
                .headers()
                .firstValue("Access-Control-Allow-Methods")
                .orElse("")
                .contains("PUT"));
        assertTrue(preflight
                .headers()
                .firstValue("Access-Control-Allow-Headers")
                .orElse("")
                .contains("content-type"));
    }

    @Test
    void objectsAndTheirTypesSurviveARestart(@TempDir Path directory) throws Exception {
        try (LocalStorage first = LocalStorage.start(StorageOptions.keptIn(directory, 0))) {
            new SignedRequests(first.bucket()).put("kept.txt", "text/plain", "kept");
        }
        try (LocalStorage second = LocalStorage.start(StorageOptions.keptIn(directory, 0))) {
            HttpResponse<String> read =
                    Http.send(HttpRequest.newBuilder(URI.create(second.bucket().publicUrl() + "/kept.txt")));
            assertEquals("kept", read.body());
            assertEquals("text/plain", read.headers().firstValue("Content-Type").orElse(""));
        }
    }

    @Test
    void aTakenPortIsAnErrorThatNamesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StorageOptions options =
                    new StorageOptions(taken.getLocalPort(), Optional.empty(), StorageOptions.DEFAULT_BUCKET);
            PortTakenException error = assertThrows(PortTakenException.class, () -> LocalStorage.start(options));
            assertSays(error, "Port " + taken.getLocalPort(), "S3");
        }
    }

    @Test
    void theSecretKeyIsNotShown() {
        assertFalse(bucket.toString().contains(bucket.secretKey()));
    }

    private URI publicly(String key) {
        return URI.create(bucket.publicUrl() + "/" + key);
    }
}
