package dev.atelier.application;

import static dev.atelier.application.TestCore.awaitThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.in.file.SweepFinding;
import dev.atelier.port.in.file.SweepFinding.Kind;
import dev.atelier.port.in.file.SweepReport;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.file.FileInventory;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FileSweepTest {

    private static final FileDetails TEXT = new FileDetails("brief.txt", "text/plain");
    private static final Duration DAY = FileSweep.AGE;

    private final TestCore test = new TestCore();
    private final ProjectId project = test.newProject();
    private final List<SweepFinding> found = new ArrayList<>();

    @Test
    void where_rows_and_objects_agree_nothing_is_found() {
        var kept = List.of(upload(), upload(), upload());
        test.adapters.blobs().put(kept.getFirst().key().thumbnail(), body(), properties());
        test.clock.advance(DAY.multipliedBy(2));

        assertEquals(new SweepReport(3, 4, Map.of(), false), mend());
        assertEquals(3, rows());
        assertEquals(4, objects());
    }

    @Test
    void a_row_whose_object_is_gone_is_found_and_removed() {
        upload();
        upload();
        var lost = upload();
        test.adapters.blobs().delete(lost.key());
        test.clock.advance(DAY.multipliedBy(2));

        assertFinds(Kind.ROW_WITHOUT_OBJECT, lost.key());
        assertEquals(2, rows());
    }

    @Test
    void an_object_without_a_row_is_found_and_removed() {
        upload();
        var orphans = List.of(newKey(), newKey().thumbnail());
        orphans.forEach(key -> test.adapters.blobs().put(key, body(), properties()));
        test.clock.advance(DAY.multipliedBy(2));

        assertFinds(Kind.OBJECT_WITHOUT_ROW, orphans.toArray(ObjectKey[]::new));
        assertEquals(1, objects());
    }

    @Test
    void what_was_never_completed_is_found_and_removed_with_what_there_is_of_it() {
        var place = test.core().files().beginDirectUpload(test.ada, project, TEXT, ExpectedContent.ofSize(5));
        test.adapters.upload(place.url(), place.headers(), "hello".getBytes(UTF_8));
        var key =
                test.adapters.files().find(test.ada, place.file()).orElseThrow().key();
        test.clock.advance(DAY.multipliedBy(2));

        assertFinds(Kind.NEVER_COMPLETED, key);
        assertEquals(0, rows());
        assertEquals(0, objects());
    }

    @Test
    void what_was_never_removed_is_found_and_removed() {
        var deleted = upload();
        test.core().files().delete(test.ada, deleted.id());
        test.clock.advance(DAY.multipliedBy(2));

        assertFinds(Kind.NEVER_REMOVED, deleted.key());
        assertEquals(0, rows());
        assertEquals(0, objects());
    }

    @Test
    void a_transfer_that_nobody_ended_is_found_and_ended() {
        var key = newKey();
        test.adapters.leaveUnfinished(key);
        test.clock.advance(DAY.multipliedBy(2));

        assertFinds(Kind.UNFINISHED_TRANSFER, key);
        assertEquals(List.of(), test.adapters.blobs().listUnfinished("", 10).items());
    }

    @Test
    void what_is_younger_than_a_day_is_left_alone() {
        var lost = upload();
        test.adapters.blobs().delete(lost.key());
        test.adapters.blobs().put(newKey(), body(), properties());
        test.core().files().delete(test.ada, upload().id());
        test.core().files().beginDirectUpload(test.ada, project, TEXT, ExpectedContent.ofSize(5));
        test.adapters.leaveUnfinished(newKey());
        test.clock.advance(DAY.minusMinutes(1));

        assertEquals(Map.of(), mend().findings());
        assertEquals(3, rows());
        assertEquals(2, objects());
    }

    @Test
    void in_the_wrong_bucket_no_row_is_removed() {
        var files = List.of(upload(), upload());
        files.forEach(file -> test.adapters.blobs().delete(file.key()));
        test.clock.advance(DAY.multipliedBy(2));

        assertTrue(mend().wrongBucket());
        assertEquals(2, rows());
    }

    /** As when its row comes after the page of rows was read. */
    @Test
    void an_object_whose_row_is_there_at_a_second_look_is_left_alone() {
        var file = upload();
        test.clock.advance(DAY.multipliedBy(2));
        var blind = Calls.answering(FileInventory.class, test.adapters.fileInventory(), "list", List.of());

        new FileSweep(blind, test.adapters.files(), test.adapters.blobs(), test.clock).mend(found::add);

        assertEquals(List.of(), found);
        assertTrue(test.adapters.blobs().describe(file.key()).isPresent());
    }

    @Test
    void many_more_than_a_page_are_compared() {
        for (int i = 0; i < 1500; i++) {
            upload();
            test.adapters.blobs().put(newKey(), body(), properties());
        }
        test.clock.advance(DAY.multipliedBy(2));

        var report = mend();
        assertEquals(new SweepReport(1500, 3000, Map.of(Kind.OBJECT_WITHOUT_ROW, 1500L), false), report);
        assertEquals(1500, objects());
    }

    @Test
    void workers_sweep_once_a_day() {
        var orphan = newKey();
        test.adapters.blobs().put(orphan, body(), properties());
        test.clock.advance(DAY.multipliedBy(2));

        try (var worker = test.worker(1)) {
            awaitThat(() -> objects() == 0);
        }
        assertFalse(test.adapters.fileInventory().takeTurn(DAY));
    }

    private void assertFinds(Kind kind, ObjectKey... keys) {
        var expected = List.of(keys).stream()
                .map(key -> new SweepFinding(kind, key.value()))
                .toList();
        test.core().fileUpkeep().inspect(found::add);
        assertEquals(
                expected.stream()
                        .sorted(Comparator.comparing(SweepFinding::subject))
                        .toList(),
                found);
        assertEquals(keys.length, mend().count(kind));
        assertEquals(Map.of(), test.core().fileUpkeep().inspect(finding -> {}).findings());
    }

    private SweepReport mend() {
        return test.core().fileUpkeep().mend(finding -> {});
    }

    private StoredFile upload() {
        return test.core()
                .files()
                .upload(test.ada, project, TEXT, ExpectedContent.ANY, body())
                .file();
    }

    private int rows() {
        return test.adapters.fileInventory().list("", 2000).size();
    }

    private int objects() {
        return test.adapters.blobs().list("", 1000).items().size()
                + test.adapters
                        .blobs()
                        .list("", 1000)
                        .next()
                        .map(next ->
                                test.adapters.blobs().list(next, 1000).items().size())
                        .orElse(0);
    }

    private static ObjectKey newKey() {
        return ObjectKey.generate(RandomGenerator.getDefault());
    }

    private static ByteArrayInputStream body() {
        return new ByteArrayInputStream("hello".getBytes(UTF_8));
    }

    private static BlobProperties properties() {
        return new BlobProperties("text/plain", "a", true);
    }
}
