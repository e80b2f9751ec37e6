package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.file.BlobStorage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link BlobStorage}. */
@Timeout(120)
public abstract class BlobStorageContract {

    private static final int MIB = 1024 * 1024;

    /** More than one part of a transfer, however an adapter parts it, and no multiple of anything. */
    private static final long LARGE = 12L * MIB + 1;

    private static final BlobProperties PNG = new BlobProperties("image/png", "photo.png", true);

    /** More than a pool of connections has. */
    private static final int MANY = 100;

    /** The storage under test, always the same one. Keys are never used twice, so it need not be empty. */
    protected abstract BlobStorage storage();

    /** How many transfers the storage keeps that have begun and not ended. */
    protected abstract int unfinishedTransfers();

    /** Lets time pass for signed addresses; nothing need be done when their clock is a real one. */
    protected void elapse(Duration time) {}

    /** What anybody gets from an address; empty when there is nothing, or it is not for them. */
    protected Optional<Served> fetch(URI address) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(30))
                    .build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case 200 ->
                    Optional.of(new Served(
                            response.body(),
                            response.headers().firstValue("Content-Type").orElse(""),
                            response.headers().firstValue("Content-Disposition").orElse("")));
                case 401, 403, 404 -> Optional.empty();
                default -> throw new AssertionError("status " + response.statusCode());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /**
     * What an address gives.
     *
     * @param contentDisposition how it is to be presented (RFC 6266); empty when nothing is said
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Served(byte[] body, String contentType, String contentDisposition) {}

    @Test
    void whatWasPutCanBeRead() {
        var key = put("hello");

        assertEquals(Optional.of("hello"), read(key));
    }

    @Test
    void everyByteSurvives() throws IOException {
        var all = new byte[256];
        for (int value = 0; value < all.length; value++) {
            all[value] = (byte) value;
        }
        var key = Samples.newKey();
        storage().put(key, new ByteArrayInputStream(all), PNG);

        try (var blob = storage().open(key).orElseThrow()) {
            assertArrayEquals(all, blob.body().readAllBytes());
        }
    }

    @Test
    void anObjectOfNoBytesIsAnObject() throws IOException {
        var key = put("");

        assertEquals(Optional.of(0L), storage().size(key));
        try (var blob = storage().open(key).orElseThrow()) {
            assertEquals(0, blob.size());
            assertEquals(-1, blob.body().read());
        }
    }

    @Test
    void largeObjectsSurviveWhateverTheirSize() throws IOException {
        for (long size : new long[] {5 * MIB - 1, 5 * MIB, 5 * MIB + 1, 8 * MIB, 8 * MIB + 1, 10 * MIB, LARGE}) {
            var key = Samples.newKey();
            storage().put(key, new GeneratedBytes(size), PNG);

            assertEquals(Optional.of(size), storage().size(key));
            try (var blob = storage().open(key).orElseThrow()) {
                assertEquals(size, blob.size());
                assertEquals(GeneratedBytes.digest(new GeneratedBytes(size)), GeneratedBytes.digest(blob.body()));
            }
        }
        assertEquals(0, unfinishedTransfers());
    }

    @Test
    void aBodyIsReadToItsEndAndNotClosed() {
        for (long size : new long[] {0, 1, LARGE}) {
            var body = new GeneratedBytes(size);
            storage().put(Samples.newKey(), body, PNG);

            assertTrue(body.isAtEnd());
            assertFalse(body.isClosed());
        }
    }

    @Test
    void anObjectIsReplacedAsAWhole() throws IOException {
        var key = Samples.newKey();
        storage().put(key, new GeneratedBytes(LARGE), PNG);
        storage().put(key, body("short"), new BlobProperties("text/plain", "a.txt", false));

        assertEquals(Optional.of("short"), read(key));
        assertEquals(Optional.of(5L), storage().size(key));
        try (var blob = storage().open(key).orElseThrow()) {
            assertEquals("text/plain", blob.contentType());
        }
    }

    @Test
    void readersSeeTheOldObjectOrTheNewOne() {
        var key = Samples.newKey();
        storage().put(key, body("a".repeat(MIB)), PNG);
        var writer = Concurrently.start(() -> {
            for (int round = 0; round < 10; round++) {
                storage().put(key, body((round % 2 == 0 ? "b" : "a").repeat(MIB)), PNG);
            }
            return true;
        });
        do {
            var seen = read(key).orElseThrow();
            assertEquals(seen.substring(0, 1).repeat(MIB), seen);
        } while (!writer.isDone());

        assertTrue(Concurrently.result(writer));
    }

    @Test
    void anInputOutputExceptionOfTheBodyGoesOnToTheCaller() {
        for (long good : new long[] {0, 10, LARGE}) {
            var cause = new IOException("the client is gone");
            var body = new SequenceInputStream(new GeneratedBytes(good), failing(cause));

            var thrown =
                    assertThrows(UncheckedIOException.class, () -> storage().put(Samples.newKey(), body, PNG));
            assertSame(cause, thrown.getCause());
        }
    }

    @Test
    void anUncheckedExceptionOfTheBodyGoesOnToTheCaller() {
        for (long good : new long[] {0, 10, LARGE}) {
            var exception = new IllegalArgumentException("too large");
            var body = new SequenceInputStream(new GeneratedBytes(good), failing(exception));

            assertSame(
                    exception,
                    assertThrows(IllegalArgumentException.class, () -> storage().put(Samples.newKey(), body, PNG)));
        }
    }

    @Test
    void whenTheBodyFailsReadersStillSeeWhatWasThereBefore() {
        for (long good : new long[] {0, 10, LARGE}) {
            var key = put("before");
            var body = new SequenceInputStream(new GeneratedBytes(good), failing(new IOException("gone")));
            assertThrows(UncheckedIOException.class, () -> storage().put(key, body, PNG));

            assertEquals(Optional.of("before"), read(key));
        }
    }

    @Test
    void whenTheBodyFailsNothingIsWhereNothingWas() {
        for (long good : new long[] {0, 10, LARGE}) {
            var key = Samples.newKey();
            var body = new SequenceInputStream(new GeneratedBytes(good), failing(new IOException("gone")));
            assertThrows(UncheckedIOException.class, () -> storage().put(key, body, PNG));

            assertEquals(Optional.empty(), storage().size(key));
            assertEquals(Optional.empty(), read(key));
        }
    }

    @Test
    void partsOfAnUnfinishedTransferAreCleanedUp() {
        var body = new SequenceInputStream(new GeneratedBytes(LARGE), failing(new IOException("gone")));
        assertThrows(UncheckedIOException.class, () -> storage().put(Samples.newKey(), body, PNG));

        assertEquals(0, unfinishedTransfers());
    }

    @Test
    void nothingIsOpenedWhereNothingIs() {
        var key = Samples.newKey();

        assertEquals(Optional.empty(), storage().open(key));
        assertEquals(Optional.empty(), storage().open(key, 0, 1));
        assertEquals(Optional.empty(), storage().size(key));
    }

    @Test
    void aRangeBeginsAtItsOffsetAndHasItsLength() throws IOException {
        var key = put("0123456789");

        assertRange("0", key, 0, 1);
        assertRange("345", key, 3, 3);
        assertRange("9", key, 9, 1);
        assertRange("0123456789", key, 0, 10);
    }

    @Test
    void aRangeEndsWithTheObjectAtTheLatest() throws IOException {
        var key = put("0123456789");

        assertRange("789", key, 7, 4);
        assertRange("9", key, 9, Long.MAX_VALUE);
        assertRange("0123456789", key, 0, Long.MAX_VALUE);
    }

    @Test
    void aRangeOfALargeObjectIsThatRange() throws IOException {
        var key = Samples.newKey();
        storage().put(key, new GeneratedBytes(LARGE), PNG);
        long offset = 5L * MIB - 3;

        try (var blob = storage().open(key, offset, 6).orElseThrow()) {
            var bytes = blob.body().readAllBytes();
            assertEquals(6, bytes.length);
            for (int index = 0; index < bytes.length; index++) {
                assertEquals(GeneratedBytes.at(offset + index), bytes[index]);
            }
        }
    }

    private void assertRange(String expected, ObjectKey key, long offset, long length) throws IOException {
        try (var blob = storage().open(key, offset, length).orElseThrow()) {
            assertEquals(expected.length(), blob.size());
            assertEquals(expected, new String(blob.body().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals("image/png", blob.contentType());
        }
    }

    @Test
    void theContentTypeSurvives() throws IOException {
        for (var type : List.of("image/svg+xml", "text/plain; charset=utf-8", "application/octet-stream")) {
            var key = Samples.newKey();
            storage().put(key, body("x"), new BlobProperties(type, "x", true));

            try (var blob = storage().open(key).orElseThrow()) {
                // Blanks around a semicolon mean nothing (RFC 9110, section 5.6.6); some services take them out.
                assertEquals(type.replace("; ", ";"), blob.contentType().replace("; ", ";"));
            }
        }
    }

    @Test
    void closingABlobBeforeItsEndEndsTheTransfer() throws IOException {
        var key = Samples.newKey();
        storage().put(key, new GeneratedBytes(LARGE), PNG);

        for (int round = 0; round < MANY; round++) {
            try (var blob = storage().open(key).orElseThrow()) {
                assertEquals(GeneratedBytes.at(0), (byte) blob.body().read());
            }
        }
    }

    @Test
    void closingABlobUnreadEndsTheTransfer() throws IOException {
        var key = put("hello");

        for (int round = 0; round < MANY; round++) {
            storage().open(key).orElseThrow().close();
            storage().open(key, 1, 2).orElseThrow().close();
        }
        assertEquals(Optional.of("hello"), read(key));
    }

    @Test
    void theSizeIsInBytes() {
        assertEquals(Optional.of(4L), storage().size(put("\ud83d\udc4d")));
    }

    @Test
    void deleteRemovesTheObject() {
        var key = put("hello");
        var other = put("other");
        storage().delete(key);

        assertEquals(Optional.empty(), read(key));
        assertEquals(Optional.empty(), storage().size(key));
        assertEquals(Optional.of("other"), read(other));
    }

    @Test
    void deletingWhatIsNotThereIsSuccess() {
        var key = put("hello");
        storage().delete(key);

        assertDoesNotThrow(() -> storage().delete(key));
        assertDoesNotThrow(() -> storage().delete(Samples.newKey()));
    }

    @Test
    void anObjectCanBePutAgainAfterItWasDeleted() {
        var key = put("first");
        storage().delete(key);
        storage().put(key, body("second"), PNG);

        assertEquals(Optional.of("second"), read(key));
    }

    @Test
    void everybodyCanReadTheObjectAtItsPublicAddressAsLongAsItExists() {
        var key = put("hello");
        var address = storage().publicUrl(key);

        var served = fetch(address).orElseThrow();
        assertEquals("hello", new String(served.body(), StandardCharsets.UTF_8));
        assertEquals("image/png", served.contentType());
        storage().delete(key);
        assertTrue(fetch(address).isEmpty());
    }

    @Test
    void thePublicAddressOfAKeyIsAlwaysTheSameWhetherThereIsAnObjectOrNot() {
        var key = Samples.newKey();
        var before = storage().publicUrl(key);
        storage().put(key, body("hello"), PNG);

        assertEquals(before, storage().publicUrl(key));
        assertFalse(before.equals(storage().publicUrl(Samples.newKey())));
    }

    @Test
    void aBrowserMayShowWhatIsInline() {
        var key = Samples.newKey();
        storage().put(key, body("x"), new BlobProperties("image/png", "photo.png", true));

        assertFalse(disposition(key).startsWith("attachment"));
    }

    @Test
    void aBrowserIsToldToSaveWhatIsNotInline() {
        var key = Samples.newKey();
        storage().put(key, body("x"), new BlobProperties("text/html", "page.html", false));

        assertTrue(disposition(key).startsWith("attachment"), disposition(key));
    }

    @Test
    void aFileIsSavedUnderItsNameOfAnyScript() {
        for (var name : List.of(
                "photo.png",
                "two words; \"quoted\" 100%.txt",
                "\u05e9\u05dc\u05d5\u05dd \ud83d\udc4d e\u0301+\u00e9.pdf")) {
            var key = Samples.newKey();
            storage().put(key, body("x"), new BlobProperties("application/pdf", name, false));

            assertEquals(name, savedAs(disposition(key)), disposition(key));
        }
    }

    private String disposition(ObjectKey key) {
        return fetch(storage().publicUrl(key)).orElseThrow().contentDisposition();
    }

    /** RFC 8187: the extended parameter is the one that counts where there are both. */
    private static String savedAs(String disposition) {
        var extended = Pattern.compile("filename\\*=UTF-8''([^;]*)", Pattern.CASE_INSENSITIVE)
                .matcher(disposition);
        if (extended.find()) {
            return URLDecoder.decode(extended.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        }
        var plain = Pattern.compile("filename=\"?([^\";]*)").matcher(disposition);
        return plain.find() ? plain.group(1) : "";
    }

    @Test
    void whoeverHasASignedAddressCanReadTheObject() {
        var key = put("hello");

        for (var validity : List.of(Duration.ofSeconds(30), Duration.ofDays(7))) {
            var served = fetch(storage().signedUrl(key, validity)).orElseThrow();
            assertEquals("hello", new String(served.body(), StandardCharsets.UTF_8));
            assertEquals("image/png", served.contentType());
        }
    }

    @Test
    void aSignedAddressCanBeReadForAWhileOnly() {
        var key = put("hello");
        var address = storage().signedUrl(key, Duration.ofSeconds(1));
        elapse(Duration.ofSeconds(2));

        Concurrently.await("the address has ended", () -> fetch(address).isEmpty());
    }

    @Test
    void anAddressIsSignedWithoutLookingForTheObject() {
        assertTrue(fetch(storage().signedUrl(Samples.newKey(), Duration.ofMinutes(1)))
                .isEmpty());
    }

    @Test
    void anAddressIsSignedForOneSecondToSevenDays() {
        var key = Samples.newKey();

        for (var validity : List.of(
                Duration.ofSeconds(-1),
                Duration.ZERO,
                Duration.ofMillis(999),
                Duration.ofDays(7).plusSeconds(1))) {
            assertThrows(IllegalArgumentException.class, () -> storage().signedUrl(key, validity), validity::toString);
        }
        assertDoesNotThrow(() -> storage().signedUrl(key, Duration.ofSeconds(1)));
        assertDoesNotThrow(() -> storage().signedUrl(key, Duration.ofDays(7)));
    }

    @Test
    void manyCanUseItAtOnce() {
        var results = Concurrently.all(16, () -> {
            var text = Samples.newKey().value();
            return read(put(text)).equals(Optional.of(text));
        });

        assertFalse(results.contains(false));
    }

    private ObjectKey put(String text) {
        var key = Samples.newKey();
        storage().put(key, body(text), PNG);
        return key;
    }

    private Optional<String> read(ObjectKey key) {
        return storage().open(key).map(blob -> {
            try (blob) {
                return new String(blob.body().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream failing(IOException exception) {
        return new FailingBody(() -> exception);
    }

    private static InputStream failing(RuntimeException exception) {
        return new FailingBody(() -> {
            throw exception;
        });
    }

    /** A body that fails at its first byte. */
    private static final class FailingBody extends InputStream {

        private final Supplier<IOException> failure;

        FailingBody(Supplier<IOException> failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure.get();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw failure.get();
        }
    }
}
