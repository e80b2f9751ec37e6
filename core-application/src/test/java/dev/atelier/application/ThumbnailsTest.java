package dev.atelier.application;

import static dev.atelier.application.TestCore.awaitThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.job.JobFilter;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.port.in.file.FileView;
import dev.atelier.port.out.file.BlobStorage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThumbnailsTest {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final TestCore test = new TestCore();

    @Test
    void an_image_has_a_thumbnail_a_little_later() {
        var file = upload("image/png", PNG);
        assertTrue(file.thumbnailUrl().isEmpty());

        work();

        var address = get(file.file().id()).thumbnailUrl().orElseThrow();
        var served = test.adapters.fetch(address).orElseThrow();
        assertEquals("image/png", served.properties().contentType());
        assertTrue(served.properties().inline());
    }

    @Test
    void a_broken_image_is_a_file_without_a_thumbnail() {
        var file = upload("image/png", Arrays.copyOf(PNG, PNG.length - 20));

        work();

        assertTrue(get(file.file().id()).thumbnailUrl().isEmpty());
    }

    @Test
    void what_is_no_image_has_no_job() {
        upload("text/plain", new byte[] {'x'});

        assertEquals(List.of(), jobs());
    }

    @Test
    void it_is_made_also_when_storage_is_away_for_a_moment() {
        var file = upload("image/png", PNG);
        test.blobs(Calls.failing(BlobStorage.class, test.adapters.blobs(), "open", new AtomicInteger(2)));

        work();

        assertTrue(get(file.file().id()).thumbnailUrl().isPresent());
    }

    @Test
    void it_goes_with_its_file() {
        var file = upload("image/png", PNG);
        work();
        var address = get(file.file().id()).thumbnailUrl().orElseThrow();

        test.core().files().delete(test.ada, file.file().id());
        work();

        assertTrue(test.adapters.fetch(address).isEmpty());
        assertEquals(0, test.adapters.blobs().list("", 10).items().size());
    }

    @Test
    void a_picture_that_a_model_painted_has_one_at_once() {
        try (var worker = test.worker(1)) {
            var run = test.await(test.startMainJob());

            var addresses = run.outputs().fields().values().stream()
                    .filter(ObjectValue.class::isInstance)
                    .map(ObjectValue.class::cast)
                    .flatMap(output -> output.field("thumbnail_url").stream())
                    .map(Value::text)
                    .toList();
            assertEquals(1, addresses.size());
            assertTrue(test.adapters.fetch(URI.create(addresses.getFirst())).isPresent());
        }
    }

    @Test
    void a_picture_that_is_painted_again_takes_the_place_of_the_first_with_document_and_thumbnail() {
        test.blobs(Calls.failing(BlobStorage.class, test.adapters.blobs(), "publicUrl", new AtomicInteger(1)));
        try (var worker = test.worker(1)) {
            var run = test.await(test.startMainJob());
            assertEquals(RunStatus.COMPLETED, run.status(), run::toString);

            assertEquals(2, test.adapters.imageModel().requests().size());
            var first = PageRequest.first(10);
            var file =
                    test.adapters.files().list(test.ada, run.projectId(), first).items();
            assertEquals(1, file.size());
            assertTrue(file.getFirst().hasThumbnail());
            assertEquals(2, test.adapters.blobs().list("", 10).items().size()); // itself and its thumbnail
            var pictures = test.core().documents().list(test.ada, run.projectId(), first).items().stream()
                    .filter(shown -> shown.document().details().mediaType() == MediaType.IMAGE)
                    .toList();
            assertEquals(1, pictures.size());
            var url = pictures.getFirst().fileUrl().orElseThrow();
            assertEquals(test.adapters.blobs().publicUrl(file.getFirst().key()), url);
            assertTrue(test.adapters.fetch(url).isPresent());
        }
    }

    private FileView upload(String type, byte[] bytes) {
        return test.core()
                .files()
                .upload(
                        test.ada,
                        test.newProject(),
                        new FileDetails("photo.png", type),
                        ExpectedContent.ANY,
                        new ByteArrayInputStream(bytes));
    }

    private FileView get(FileId id) {
        return test.core().files().get(test.ada, id);
    }

    private List<JobRecord> jobs() {
        return test.adapters.jobRecords().list(new JobFilter(Optional.empty(), Optional.empty(), Optional.empty()), 10);
    }

    /** A worker does what there is to be done. */
    private void work() {
        try (var worker = test.worker(1)) {
            awaitThat(() -> {
                test.clock.advance(Duration.ofMillis(200));
                return jobs().stream().allMatch(job -> job.state().isFinal());
            });
        }
    }
}
