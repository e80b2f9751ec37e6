package dev.atelier.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.in.file.DirectUpload;
import dev.atelier.port.in.file.Files;
import dev.atelier.port.out.file.BlobStorage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DirectUploadsTest {

    private static final String SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final FileDetails TEXT = new FileDetails("brief.txt", "text/plain");

    private final TestCore test = new TestCore().uploadMaxBytes(10);
    private final ProjectId project = test.newProject();

    @Test
    void what_was_announced_and_has_come_is_a_file() {
        var place = begin(TEXT, new ExpectedContent(Optional.of(5L), Optional.of(SHA256)));
        assertEquals(TestCore.START.plus(Files.DIRECT_UPLOAD_VALIDITY), place.expiresAt());
        assertEquals(200, send(place, "hello"));

        var file = files().complete(test.ada, place.file());

        assertEquals(FileState.STORED, file.file().state());
        assertEquals(SHA256, file.file().content().orElseThrow().sha256());
        assertEquals(file, files().get(test.ada, place.file()));
        assertEquals(file, files().complete(test.ada, place.file()));
        assertEquals(1, list());
    }

    @Test
    void before_it_is_completed_there_is_no_file() {
        var place = begin(TEXT, ExpectedContent.ofSize(5));
        send(place, "hello");

        assertThrows(DomainException.NotFound.class, () -> files().get(test.ada, place.file()));
        assertThrows(DomainException.NotFound.class, () -> files().open(test.ada, place.file()));
        assertEquals(0, list());
    }

    @Test
    void what_has_not_come_can_be_completed_later() {
        var place = begin(TEXT, ExpectedContent.ofSize(5));

        assertThrows(DomainException.UploadIncomplete.class, () -> files().complete(test.ada, place.file()));
        send(place, "hello");
        files().complete(test.ada, place.file());
        assertEquals(1, list());
    }

    @Test
    void what_is_something_else_is_removed_with_its_place() {
        for (var wrong :
                List.of(new ExpectedContent(Optional.of(5L), Optional.of("0".repeat(64))), ExpectedContent.ofSize(5))) {
            var details = wrong.sha256().isPresent() ? TEXT : new FileDetails("a.png", "image/png");
            var place = begin(details, wrong);
            send(place, "hello");

            assertThrows(DomainException.ValidationFailed.class, () -> files().complete(test.ada, place.file()));
            assertThrows(DomainException.NotFound.class, () -> files().complete(test.ada, place.file()));
        }
        try (var worker = test.worker(1)) {
            TestCore.awaitThat(() -> {
                test.clock.advance(Duration.ofMillis(100));
                return test.adapters.blobs().list("", 10).items().isEmpty()
                        && test.adapters.fileInventory().list("", 10).isEmpty();
            });
        }
    }

    @Test
    void what_would_be_shown_as_text_and_is_html_is_refused() {
        var place = begin(TEXT, ExpectedContent.ofSize(6));
        send(place, "<html>");

        assertThrows(DomainException.ValidationFailed.class, () -> files().complete(test.ada, place.file()));
    }

    @Test
    void of_what_says_nothing_of_itself_the_bytes_say_what_it_is() {
        var place = begin(new FileDetails("a", FileDetails.UNKNOWN_CONTENT_TYPE), ExpectedContent.ofSize(6));
        send(place, "<html>");

        var file = files().complete(test.ada, place.file());
        assertEquals("text/html", file.file().details().contentType());
        assertEquals(file, files().get(test.ada, place.file()));
        assertTrue(!test.adapters.fetch(file.url()).orElseThrow().properties().inline());
    }

    @Test
    void a_size_is_needed_and_has_limits() {
        assertThrows(DomainException.ValidationFailed.class, () -> begin(TEXT, ExpectedContent.ANY));
        assertThrows(DomainException.ValidationFailed.class, () -> begin(TEXT, ExpectedContent.ofSize(-1)));
        begin(TEXT, ExpectedContent.ofSize(10));
        assertEquals(
                10,
                assertThrows(DomainException.TooLarge.class, () -> begin(TEXT, ExpectedContent.ofSize(11)))
                        .limitBytes());
    }

    @Test
    void storage_takes_less_in_one_request_than_in_many() {
        var generous = new TestCore().uploadMaxBytes(Long.MAX_VALUE);
        var there = generous.newProject();

        assertEquals(
                BlobStorage.MAX_SIGNED_UPLOAD_BYTES,
                assertThrows(
                                DomainException.TooLarge.class,
                                () -> generous.core()
                                        .files()
                                        .beginDirectUpload(
                                                generous.ada,
                                                there,
                                                TEXT,
                                                ExpectedContent.ofSize(BlobStorage.MAX_SIGNED_UPLOAD_BYTES + 1)))
                        .limitBytes());
    }

    @Test
    void places_of_others_do_not_exist() {
        var place = begin(TEXT, ExpectedContent.ofSize(5));
        send(place, "hello");
        var stranger = test.newUser();

        assertThrows(DomainException.NotFound.class, () -> files().complete(stranger, place.file()));
        assertThrows(
                DomainException.NotFound.class,
                () -> files().beginDirectUpload(stranger, project, TEXT, ExpectedContent.ofSize(1)));
        assertThrows(DomainException.NotFound.class, () -> files().complete(test.ada, new FileId(UUID.randomUUID())));
    }

    private DirectUpload begin(FileDetails details, ExpectedContent expected) {
        return files().beginDirectUpload(test.ada, project, details, expected);
    }

    private int send(DirectUpload place, String text) {
        return test.adapters.upload(place.url(), place.headers(), text.getBytes(UTF_8));
    }

    private int list() {
        return files().list(test.ada, project, PageRequest.first(10)).items().size();
    }

    private Files files() {
        return test.core().files();
    }
}
