package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.file.StoredFile;
import dev.atelier.port.out.file.FileEntry;
import dev.atelier.port.out.file.FileInventory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link FileInventory}. */
public abstract class FileInventoryContract extends PersistenceContract {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void filesOfAllUsersAreListedInTheOrderOfTheBytesOfTheirKeys() {
        var files = Stream.generate(this::newFile)
                .limit(20)
                .sorted(Comparator.comparing(file -> file.key().value()))
                .toList();

        assertEquals(
                files.stream().map(FileInventoryContract::entry).toList(),
                inventory().list("", 100));
    }

    @Test
    void pagesFollowEachOther() {
        var files = Stream.generate(this::newFile).limit(7).toList();
        var seen = new ArrayList<FileEntry>();
        for (var page = inventory().list("", 3);
                !page.isEmpty();
                page = inventory().list(seen.getLast().key().value(), 3)) {
            assertTrue(page.size() <= 3);
            seen.addAll(page);
        }

        assertEquals(files.size(), seen.size());
        assertEquals(files.size(), seen.stream().distinct().count());
    }

    @Test
    void filesInWhateverStateAreListedAndThoseOfNoProject() {
        var pending = newFile();
        var stored = newFile();
        database().files().markStored(stored.owner(), stored.id(), Samples.content(1));
        database().files().markThumbnail(stored.owner(), stored.id());
        var deleting = newFile();
        database().files().markDeleting(deleting.owner(), deleting.id());
        var orphan = newFile();
        database().projects().delete(orphan.owner(), orphan.projectId());

        var expected = Stream.of(
                        pending, stored.stored(Samples.content(1)).withThumbnail(), deleting.deleting(), orphan)
                .map(FileInventoryContract::entry)
                .sorted(Comparator.comparing(entry -> entry.key().value()))
                .toList();
        assertEquals(expected, inventory().list("", 100));
    }

    @Test
    void itKnowsWhetherThereIsARowOfAKey() {
        var file = newFile();
        assertTrue(inventory().contains(file.key()));
        assertFalse(inventory().contains(Samples.newKey()));

        database().files().markDeleting(file.owner(), file.id());
        assertTrue(inventory().contains(file.key()));
        database().files().remove(file.owner(), List.of(file.id()));
        assertFalse(inventory().contains(file.key()));
    }

    @Test
    void oneOfManyHasTheTurn() {
        var turns = Concurrently.all(8, () -> inventory().takeTurn(DAY));

        assertEquals(1, Collections.frequency(turns, true));
    }

    @Test
    void theNextTurnComesAfterTheInterval() {
        assertTrue(inventory().takeTurn(DAY));
        assertFalse(inventory().takeTurn(DAY));
        database().elapse(DAY.minusMinutes(1));
        assertFalse(inventory().takeTurn(DAY));
        database().elapse(Duration.ofMinutes(2));
        assertTrue(inventory().takeTurn(DAY));
    }

    private StoredFile newFile() {
        return database().files().insert(Samples.file(newProject(database().newUser())));
    }

    private FileInventory inventory() {
        return database().fileInventory();
    }

    private static FileEntry entry(StoredFile file) {
        return new FileEntry(file.id(), file.owner(), file.key(), file.state(), file.hasThumbnail(), file.createdAt());
    }
}
