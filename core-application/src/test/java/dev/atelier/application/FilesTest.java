package dev.atelier.application;

import static dev.atelier.application.TestCore.awaitThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.Precondition;
import dev.atelier.port.in.file.FileView;
import dev.atelier.port.out.file.BlobStorage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FilesTest {

    private static final FileDetails TEXT = new FileDetails("brief.txt", "text/plain");

    private final TestCore test = new TestCore().uploadMaxBytes(10);

    @Test
    void a_file_is_stored_with_its_size_and_digest_and_read_again() throws IOException {
        var file = upload("hello");

        assertEquals(FileState.STORED, file.file().state());
        var content = file.file().content().orElseThrow();
        assertEquals(5, content.size());
        assertEquals("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", content.sha256());
        assertEquals(file, files().get(test.ada, file.file().id()));
        try (var opened = files().open(test.ada, file.file().id())) {
            assertArrayEquals("hello".getBytes(UTF_8), opened.body().readAllBytes());
        }
        try (var opened = files().open(test.ada, file.file().id(), 1, 3)) {
            assertArrayEquals("ell".getBytes(UTF_8), opened.body().readAllBytes());
        }
        assertTrue(test.adapters.fetch(file.url()).isPresent());
    }

    @Test
    void a_file_that_is_just_small_enough_is_taken_and_one_byte_more_is_not() {
        upload("0123456789");

        var refused = assertThrows(DomainException.TooLarge.class, () -> upload("0123456789+"));

        assertEquals(10, refused.limitBytes());
        assertEquals(1, list().size());
        assertLeftovers(0);
    }

    @Test
    void of_an_upload_that_breaks_off_nothing_is_left() {
        var project = test.newProject();
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the client is gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("the client is gone");
            }
        };

        assertThrows(
                UncheckedIOException.class, () -> files().upload(test.ada, project, TEXT, ExpectedContent.ANY, broken));
        assertLeftovers(0);
    }

    @Test
    void a_file_that_is_deleted_is_gone_at_once_and_its_object_soon() {
        var file = upload("hello");

        files().delete(test.ada, file.file().id());

        assertThrows(
                DomainException.NotFound.class,
                () -> files().get(test.ada, file.file().id()));
        assertThrows(
                DomainException.NotFound.class,
                () -> files().delete(test.ada, file.file().id()));
        assertLeftovers(0);
        assertTrue(test.adapters.fetch(file.url()).isEmpty());
    }

    @Test
    void the_objects_of_a_project_go_with_it_also_when_storage_is_away_for_a_moment() {
        test.blobs(Calls.failing(BlobStorage.class, test.adapters.blobs(), "deleteAll", new AtomicInteger(2)));
        var project = test.newProject();
        var one = files().upload(test.ada, project, TEXT, ExpectedContent.ANY, stream("one"));
        var two = files().upload(test.ada, project, TEXT, ExpectedContent.ANY, stream("two"));

        test.core().projects().delete(test.ada, project, Precondition.none());

        assertLeftovers(0);
        assertTrue(test.adapters.fetch(one.url()).isEmpty());
        assertTrue(test.adapters.fetch(two.url()).isEmpty());
    }

    @Test
    void a_file_whose_object_is_gone_is_a_failure_of_storage_and_not_an_empty_file() {
        var file = upload("hello");
        test.adapters.blobs().delete(file.file().key());

        assertThrows(
                PortFailure.Permanent.class,
                () -> files().open(test.ada, file.file().id()));
    }

    @Test
    void a_signed_address_lasts_as_long_as_promised() {
        var file = upload("hello");
        var signed = files().signedUrl(test.ada, file.file().id(), Duration.ofSeconds(60));

        assertEquals(TestCore.START.plusSeconds(60), signed.expiresAt());
        assertTrue(test.adapters.fetch(signed.url()).isPresent());
        test.clock.advance(Duration.ofSeconds(61));
        assertTrue(test.adapters.fetch(signed.url()).isEmpty());
        for (var seconds : List.of(0L, 604_801L)) {
            assertThrows(
                    DomainException.ValidationFailed.class,
                    () -> files().signedUrl(test.ada, file.file().id(), Duration.ofSeconds(seconds)));
        }
    }

    @Test
    void files_of_others_do_not_exist() {
        var file = upload("hello").file().id();
        var stranger = test.newUser();

        for (var id : List.of(file, new FileId(UUID.randomUUID()))) {
            assertThrows(DomainException.NotFound.class, () -> files().get(stranger, id));
            assertThrows(DomainException.NotFound.class, () -> files().open(stranger, id));
            assertThrows(DomainException.NotFound.class, () -> files().delete(stranger, id));
            assertThrows(DomainException.NotFound.class, () -> files().signedUrl(stranger, id, Duration.ofSeconds(1)));
        }
        var project = test.newProject();
        assertThrows(
                DomainException.NotFound.class,
                () -> files().upload(stranger, project, TEXT, ExpectedContent.ANY, stream("x")));
    }

    @Test
    void bytes_that_are_not_what_was_said_are_refused_and_leave_nothing() {
        var project = test.newProject();
        var sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
        var right = new ExpectedContent(Optional.of(5L), Optional.of(sha256.toUpperCase(Locale.ROOT)));
        files().upload(test.ada, project, TEXT, right, stream("hello"));

        for (var wrong : List.of(
                ExpectedContent.ofSize(4),
                ExpectedContent.ofSize(6),
                new ExpectedContent(Optional.empty(), Optional.of("0".repeat(64))))) {
            var refused = assertThrows(
                    DomainException.ValidationFailed.class,
                    () -> files().upload(test.ada, project, TEXT, wrong, stream("hello")));
            assertEquals(
                    wrong.size().isPresent() ? "size" : "sha256",
                    refused.violations().getFirst().field());
        }
        assertEquals(1, list().size());
        assertLeftovers(0);
        assertEquals(1, test.adapters.blobs().list("", 10).items().size());
    }

    @Test
    void a_type_that_the_bytes_do_not_have_is_refused_before_anything_is_stored() {
        var project = test.newProject();
        var png = new FileDetails("photo.png", "image/png");

        var refused = assertThrows(
                DomainException.ValidationFailed.class,
                () -> files().upload(test.ada, project, png, ExpectedContent.ANY, stream("hello")));

        assertEquals("contentType", refused.violations().getFirst().field());
        assertEquals(0, test.adapters.blobs().list("", 10).items().size());
        assertEquals(0, test.adapters.fileInventory().list("", 10).size());
    }

    @Test
    void the_type_is_what_the_bytes_say_and_not_what_the_name_says() {
        var project = test.newProject();
        var unknown = new FileDetails("photo.png", FileDetails.UNKNOWN_CONTENT_TYPE);
        var file = files().upload(test.ada, project, unknown, ExpectedContent.ANY, stream("<html>"));

        assertEquals("text/html", file.file().details().contentType());
    }

    @Test
    void what_a_browser_would_run_is_stored_to_be_saved_under_a_type_that_says_nothing() {
        var project = test.newProject();
        for (var type : List.of("text/html", "image/svg+xml", "text/xml", "text/javascript", "text/plain;x=y")) {
            var text = type.contains("html")
                    ? "<html>"
                    : type.contains("svg") ? "<svg/>" : type.contains("xml") ? "<?xml " : "x";
            var file = files().upload(test.ada, project, new FileDetails("a", type), ExpectedContent.ANY, stream(text));
            var served = test.adapters.fetch(file.url()).orElseThrow().properties();

            boolean shown = type.startsWith("text/plain");
            assertEquals(shown, served.inline(), type);
            assertEquals(shown ? type : FileDetails.UNKNOWN_CONTENT_TYPE, served.contentType());
            assertEquals(type, file.file().details().contentType());
        }
    }

    @Test
    void keys_say_nothing_of_names_and_cannot_be_guessed() {
        var file = upload("hello").file();

        assertTrue(
                file.key().value().matches("files/[A-Za-z0-9_-]{32}"),
                file.key().value());
    }

    @Test
    void the_files_of_a_large_project_go_in_jobs_that_follow_each_other() {
        var project = test.newProject();
        int many = FileRemovalJob.BATCH * FileRemovalJob.BATCHES + 1;
        for (int i = 0; i < many; i++) {
            test.adapters
                    .files()
                    .insert(StoredFile.pending(
                            new FileId(UUID.randomUUID()),
                            test.ada,
                            project,
                            TEXT,
                            ObjectKey.generate(RandomGenerator.getDefault()),
                            TestCore.START));
        }

        test.core().projects().delete(test.ada, project, Precondition.none());

        assertLeftovers(0);
        assertEquals(0, test.adapters.fileInventory().list("", 10).size());
    }

    private dev.atelier.port.in.file.Files files() {
        return test.core().files();
    }

    private FileView upload(String content) {
        return files().upload(test.ada, test.newProject(), TEXT, ExpectedContent.ANY, stream(content));
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    private List<FileView> list() {
        return test.core().projects().list(test.ada, PageRequest.first(100)).items().stream()
                .flatMap(project -> files().list(test.ada, project.id(), PageRequest.first(100)).items().stream())
                .toList();
    }

    /** A worker removes what is to be removed. */
    private void assertLeftovers(int expected) {
        try (var worker = test.worker(1)) {
            awaitThat(() -> {
                test.clock.advance(Duration.ofMillis(100));
                return test.adapters.files().listDeleting(test.ada, 100).size() == expected;
            });
        }
    }
}
