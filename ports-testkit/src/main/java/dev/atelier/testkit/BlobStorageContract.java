package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobMetadata;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.SignedUpload;
import dev.atelier.port.out.file.StoredBlob;
import dev.atelier.port.out.file.UnfinishedTransfer;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link BlobStorage}. */
@Timeout(120)
public abstract class BlobStorageContract {

    private static final int MAX_PAGE = BlobStorage.MAX_PAGE;
    private static final int MIB = 1024 * 1024;

    /** More than one part of a transfer, however an adapter parts it, and no multiple of anything. */
    private static final long LARGE = 12L * MIB + 1;

    private static final BlobProperties PNG = new BlobProperties("image/png", "photo.png", true);

    /** More than a pool of connections has. */
    private static final int MANY = 100;

    /** The storage under test, always the same one. Keys are never used twice, so it need not be empty. */
    protected abstract BlobStorage storage();

    /** Begins to put an object, brings some of it, and dies. */
    protected abstract void leaveUnfinished(ObjectKey key);

    /** Sends an object to a signed place, as a browser does; returns the status that it gets. */
    protected int send(SignedUpload place, Map<String, String> headers, byte[] body) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(place.url())
                    .timeout(Duration.ofSeconds(30))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Whether an object outlives that a transfer to its key is aborted; false for a storage that is known to lose it. */
    protected boolean keepsObjectsOfAbortedTransfers() {
        return true;
    }

    /** Whether a new object takes the place of an old one at once; false for a storage that is known to show parts of it. */
    protected boolean replacesAtOnce() {
        return true;
    }

    /** Whether the storage refuses what was not signed; false for one that is known to look at no signature. */
    protected boolean checksSignatures() {
        return true;
    }

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

        assertEquals(Optional.of(0L), size(key));
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

            assertEquals(Optional.of(size), size(key));
            try (var blob = storage().open(key).orElseThrow()) {
                assertEquals(size, blob.size());
                assertEquals(GeneratedBytes.digest(new GeneratedBytes(size)), GeneratedBytes.digest(blob.body()));
            }
        }
        assertEquals(0, storage().listUnfinished("", MAX_PAGE).items().size());
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
        assertEquals(Optional.of(5L), size(key));
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
        while (replacesAtOnce() && !writer.isDone()) {
            assertIsOne(read(key).orElseThrow());
        }

        assertTrue(Concurrently.result(writer));
        assertIsOne(read(key).orElseThrow());
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
        for (long good : keepsObjectsOfAbortedTransfers() ? new long[] {0, 10, LARGE} : new long[] {0, 10}) {
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

            assertEquals(Optional.empty(), size(key));
            assertEquals(Optional.empty(), read(key));
        }
    }

    @Test
    void partsOfAnUnfinishedTransferAreCleanedUp() {
        var body = new SequenceInputStream(new GeneratedBytes(LARGE), failing(new IOException("gone")));
        assertThrows(UncheckedIOException.class, () -> storage().put(Samples.newKey(), body, PNG));

        assertEquals(0, storage().listUnfinished("", MAX_PAGE).items().size());
    }

    @Test
    void whateverSizeIsSaidToBeLikelyTheObjectIsTheBody() throws IOException {
        for (long size : new long[] {0, 10, LARGE}) {
            for (long likely : new long[] {size, size + 2, Math.max(size - 2, 0), size + LARGE, 6L * MIB, 0}) {
                var key = Samples.newKey();
                var body = new GeneratedBytes(size);
                storage().put(key, body, likely, PNG);

                assertTrue(body.isAtEnd());
                assertEquals(Optional.of(size), size(key), () -> size + " bytes, said to be " + likely);
                assertEquals(PNG, storage().describe(key).orElseThrow().properties());
                try (var blob = storage().open(key).orElseThrow()) {
                    assertEquals(GeneratedBytes.digest(new GeneratedBytes(size)), GeneratedBytes.digest(blob.body()));
                }
            }
        }
        assertEquals(0, storage().listUnfinished("", MAX_PAGE).items().size());
    }

    @Test
    void whenABodyOfLikelySizeFailsNothingIsThere() {
        for (long good : new long[] {0, 10, LARGE}) {
            for (long likely : new long[] {good, good + 1, good + LARGE}) {
                var key = Samples.newKey();
                var cause = new IOException("the client is gone");
                var exception = new IllegalArgumentException("too large");
                var broken = new SequenceInputStream(new GeneratedBytes(good), failing(cause));
                var refused = new SequenceInputStream(new GeneratedBytes(good), failing(exception));

                assertSame(
                        cause,
                        assertThrows(UncheckedIOException.class, () -> storage().put(key, broken, likely, PNG))
                                .getCause());
                assertSame(
                        exception,
                        assertThrows(
                                IllegalArgumentException.class, () -> storage().put(key, refused, likely, PNG)));
                assertEquals(Optional.empty(), size(key));
            }
        }
        assertEquals(0, storage().listUnfinished("", MAX_PAGE).items().size());
    }

    @Test
    void nothingIsOpenedWhereNothingIs() {
        var key = Samples.newKey();

        assertEquals(Optional.empty(), storage().open(key));
        assertEquals(Optional.empty(), storage().open(key, 0, 1));
        assertEquals(Optional.empty(), size(key));
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
        assertEquals(Optional.of(4L), size(put("\ud83d\udc4d")));
    }

    @Test
    void deleteRemovesTheObject() {
        var key = put("hello");
        var other = put("other");
        storage().delete(key);

        assertEquals(Optional.empty(), read(key));
        assertEquals(Optional.empty(), size(key));
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

    private Optional<Long> size(ObjectKey key) {
        return storage().describe(key).map(BlobMetadata::size);
    }

    @Test
    void anObjectIsDescribedAsItWasPut() {
        for (var name :
                List.of("photo.png", "relat\u00f3rio final (v2).pdf", "a\"b;c*d%e.txt", "\ud83d\ude00".repeat(255))) {
            var key = Samples.newKey();
            var properties = new BlobProperties("image/png", name, false);
            storage().put(key, body("hello"), properties);

            var described = storage().describe(key).orElseThrow();
            assertEquals(5, described.size());
            assertEquals(properties, described.properties());
            assertEquals(described.lastModified(), described.lastModified().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    @Test
    void manyAreDeletedAtOnceAndThoseThatAreNotThere() {
        var kept = put("kept");
        var gone = List.of(put("one"), put("two"), Samples.newKey(), put("three"));
        storage().deleteAll(gone);
        storage().deleteAll(List.of());

        gone.forEach(key -> assertEquals(Optional.empty(), storage().describe(key)));
        assertEquals(Optional.of("kept"), read(kept));
    }

    @Test
    void asManyAsAPageHasAreDeletedAtOnce() {
        var last = put("last");
        var keys = Stream.concat(Stream.generate(Samples::newKey).limit(MAX_PAGE - 1L), Stream.of(last))
                .toList();
        storage().deleteAll(keys);

        assertEquals(Optional.empty(), storage().describe(last));
    }

    @Test
    void objectsAreListedInTheOrderOfTheBytesOfTheirKeysPageByPage() {
        var keys = Stream.generate(() -> put("hello")).limit(7).collect(Collectors.toCollection(ArrayList::new));
        keys.add(put(keys.getFirst().thumbnail(), "small"));
        var seen = new ArrayList<StoredBlob>();
        var after = Optional.of("");
        while (after.isPresent()) {
            var page = storage().list(after.get(), 3);
            assertTrue(page.items().size() <= 3);
            seen.addAll(page.items());
            after = page.next();
        }

        var found = seen.stream().map(blob -> blob.key().value()).toList();
        assertEquals(found.stream().sorted().distinct().toList(), found);
        assertTrue(found.containsAll(keys.stream().map(ObjectKey::value).toList()));
        assertEquals(5, one(seen, keys.get(1)).size());
    }

    @Test
    void aListBeginsAfterTheKeyThatIsGiven() {
        var keys = Stream.generate(() -> put("x").value()).limit(3).sorted().toList();

        var listed = storage().list(keys.get(1), MAX_PAGE).items().stream()
                .map(blob -> blob.key().value())
                .toList();
        assertFalse(listed.contains(keys.get(0)));
        assertFalse(listed.contains(keys.get(1)));
        assertTrue(listed.contains(keys.get(2)));
    }

    @Test
    void onlyKeysOfFilesAreListed() {
        var other = put(new ObjectKey("other/" + Samples.newKey().value()), "x");

        assertTrue(all().stream().noneMatch(blob -> blob.key().equals(other)));
    }

    @Test
    void theAgeOfAnObjectIsByTheClockOfTheStorage() {
        var key = put("x");
        elapse(Duration.ofHours(1));
        var page = storage().list("", MAX_PAGE);

        var age = Duration.between(one(all(), key).lastModified(), page.asOf());
        assertTrue(age.compareTo(Duration.ofSeconds(-1)) >= 0 && age.compareTo(Duration.ofHours(2)) < 0, age::toString);
        assertEquals(
                storage().describe(key).orElseThrow().lastModified(),
                one(all(), key).lastModified().truncatedTo(ChronoUnit.SECONDS));
    }

    private List<StoredBlob> all() {
        var found = new ArrayList<StoredBlob>();
        var after = Optional.of("");
        while (after.isPresent()) {
            var page = storage().list(after.get(), MAX_PAGE);
            found.addAll(page.items());
            after = page.next();
        }
        return found;
    }

    private static StoredBlob one(List<StoredBlob> blobs, ObjectKey key) {
        return blobs.stream().filter(blob -> blob.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void transfersThatNobodyEndedAreListedAndCanBeEnded() {
        var keys = Stream.generate(Samples::newKey).limit(3).toList();
        keys.forEach(this::leaveUnfinished);
        var seen = new ArrayList<UnfinishedTransfer>();
        var after = Optional.of("");
        while (after.isPresent()) {
            var page = storage().listUnfinished(after.get(), 2);
            assertTrue(page.items().size() <= 2);
            assertTrue(page.items().stream()
                    .noneMatch(
                            transfer -> transfer.begunAt().isAfter(page.asOf().plusSeconds(1))));
            seen.addAll(page.items());
            after = page.next();
        }

        var expected = keys.stream().map(ObjectKey::value).sorted().toList();
        assertEquals(
                expected, seen.stream().map(UnfinishedTransfer::key).sorted().toList());
        seen.forEach(transfer -> storage().abort(transfer));
        seen.forEach(transfer -> storage().abort(transfer));
        assertEquals(List.of(), storage().listUnfinished("", MAX_PAGE).items());
    }

    @Test
    void whoeverHasASignedPlaceCanPutTheObjectOnce() {
        var key = Samples.newKey();
        var place = storage().signUpload(key, PNG, 5, Duration.ofMinutes(1));

        assertEquals(200, send(place, place.headers(), bytes("hello")));
        assertEquals(Optional.of("hello"), read(key));
        assertEquals(PNG, storage().describe(key).orElseThrow().properties());
        assertEquals(412, send(place, place.headers(), bytes("other")));
        assertEquals(Optional.of("hello"), read(key));
    }

    @Test
    void namesOfAnyScriptCanBePutThere() {
        var key = Samples.newKey();
        var properties = new BlobProperties("image/png", "\ud83d\ude00".repeat(255), true);
        var place = storage().signUpload(key, properties, 1, Duration.ofMinutes(1));

        assertEquals(200, send(place, place.headers(), bytes("x")));
        assertEquals(properties, storage().describe(key).orElseThrow().properties());
    }

    @Test
    void whatWasNotSignedCannotBePut() {
        var key = Samples.newKey();
        var place = storage().signUpload(key, PNG, 5, Duration.ofMinutes(1));
        var html = new HashMap<>(place.headers());
        html.put("Content-Type", "text/html");

        if (checksSignatures()) {
            assertEquals(403, send(place, place.headers(), bytes("too long")));
            assertEquals(403, send(place, place.headers(), bytes("less")));
            assertEquals(403, send(place, html, bytes("hello")));
            assertEquals(Optional.empty(), storage().describe(key));
        }
        assertEquals(200, send(place, place.headers(), bytes("hello")));
    }

    @Test
    void aPlaceIsThereForAWhileOnly() {
        if (checksSignatures()) {
            var key = Samples.newKey();
            var place = storage().signUpload(key, PNG, 5, Duration.ofSeconds(1));
            elapse(Duration.ofSeconds(2));

            Concurrently.await(
                    "the place has ended", () -> send(place, place.headers(), bytes("hello")) != 200 && gone(key));
        }
    }

    /** What was put in time is removed, so that it can be tried again. */
    private boolean gone(ObjectKey key) {
        boolean gone = storage().describe(key).isEmpty();
        storage().delete(key);
        return gone;
    }

    @Test
    void aPlaceIsSignedForASizeAndATimeThatTheStorageTakes() {
        var key = Samples.newKey();
        var minute = Duration.ofMinutes(1);

        for (long size : new long[] {-1, BlobStorage.MAX_SIGNED_UPLOAD_BYTES + 1}) {
            assertThrows(IllegalArgumentException.class, () -> storage().signUpload(key, PNG, size, minute));
        }
        for (var validity : List.of(Duration.ZERO, Duration.ofDays(7).plusSeconds(1))) {
            assertThrows(IllegalArgumentException.class, () -> storage().signUpload(key, PNG, 1, validity));
        }
        assertDoesNotThrow(() -> storage().signUpload(key, PNG, 0, Duration.ofSeconds(1)));
        assertDoesNotThrow(
                () -> storage().signUpload(key, PNG, BlobStorage.MAX_SIGNED_UPLOAD_BYTES, Duration.ofDays(7)));
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
        if (!checksSignatures()) {
            return;
        }
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
        return put(Samples.newKey(), text);
    }

    private ObjectKey put(ObjectKey key, String text) {
        storage().put(key, body(text), PNG);
        return key;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** It was written by one writer from beginning to end. */
    private static void assertIsOne(String seen) {
        assertEquals(seen.substring(0, 1).repeat(MIB), seen);
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
