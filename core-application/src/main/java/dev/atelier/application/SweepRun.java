package dev.atelier.application;

import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.in.file.SweepFinding.Kind;
import dev.atelier.port.out.file.BlobPage;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.FileEntry;
import dev.atelier.port.out.file.FileInventory;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.file.StoredBlob;
import dev.atelier.port.out.file.UnfinishedTransfer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One sweep: what it finds, and what it does about it. */
final class SweepRun {

    private static final int PAGE = BlobStorage.MAX_PAGE;

    private final FileInventory inventory;
    private final FileRepository files;
    private final BlobStorage blobs;
    private final Instant oldEnough;
    private final SweepTally tally;
    private final Set<Kind> mended;

    /** An object, and whether it was there a day ago, by the clock of the storage. */
    private record Aged<T>(T item, boolean isOld) {}

    /** @param oldEnough when a row was made that can be under way no more */
    SweepRun(
            FileInventory inventory,
            FileRepository files,
            BlobStorage blobs,
            Instant oldEnough,
            SweepTally tally,
            Set<Kind> mended) {
        this.inventory = inventory;
        this.files = files;
        this.blobs = blobs;
        this.oldEnough = oldEnough;
        this.tally = tally;
        this.mended = Set.copyOf(mended);
    }

    /** Rows and objects, side by side in the order of their keys. A thumbnail belongs to the row of its file. */
    void compare() {
        var rows = SortedPages.<FileEntry>of(
                after -> inventory.list(after, PAGE), row -> row.key().value());
        var objects = aged(blobs::list, StoredBlob::lastModified);
        boolean hasObject = false;
        while (rows.peek().isPresent() || objects.peek().isPresent()) {
            int order = order(rows.peek(), objects.peek());
            if (order < 0) {
                row(rows.take(), hasObject);
                hasObject = false;
            } else {
                var object = objects.take();
                tally.object();
                hasObject |= order == 0
                        && object.item().key().equals(rows.peek().orElseThrow().key());
                if (order > 0 && object.isOld()) {
                    withoutRow(object.item().key());
                }
            }
        }
    }

    private static int order(Optional<FileEntry> row, Optional<Aged<StoredBlob>> object) {
        if (row.isEmpty() || object.isEmpty()) {
            return row.isEmpty() ? 1 : -1;
        }
        var owner = object.get().item().key().original();
        return row.get().key().value().compareTo(owner.value());
    }

    private void row(FileEntry row, boolean hasObject) {
        tally.row();
        if (hasObject) {
            tally.rowWithObject();
        }
        if (row.createdAt().isAfter(oldEnough)) {
            return;
        }
        switch (row.state()) {
            case PENDING -> remove(Kind.NEVER_COMPLETED, row);
            case DELETING -> remove(Kind.NEVER_REMOVED, row);
            case STORED -> {
                if (!hasObject && blobs.describe(row.key()).isEmpty()) {
                    remove(Kind.ROW_WITHOUT_OBJECT, row);
                }
            }
        }
    }

    private void remove(Kind kind, FileEntry row) {
        tally.found(kind, row.key().value());
        if (mended.contains(kind) && (row.state() == FileState.DELETING || files.markDeleting(row.owner(), row.id()))) {
            blobs.deleteAll(List.of(row.key(), row.key().thumbnail()));
            files.remove(row.owner(), List.of(row.id()));
        }
    }

    private void withoutRow(ObjectKey key) {
        if (inventory.contains(key.original())) {
            return;
        }
        tally.found(Kind.OBJECT_WITHOUT_ROW, key.value());
        if (mended.contains(Kind.OBJECT_WITHOUT_ROW)) {
            blobs.delete(key);
        }
    }

    void endTransfers() {
        var transfers = aged(blobs::listUnfinished, UnfinishedTransfer::begunAt);
        while (transfers.peek().isPresent()) {
            var transfer = transfers.take();
            if (transfer.isOld()) {
                tally.found(Kind.UNFINISHED_TRANSFER, transfer.item().key());
                if (mended.contains(Kind.UNFINISHED_TRANSFER)) {
                    blobs.abort(transfer.item());
                }
            }
        }
    }

    private static <T> SortedPages<Aged<T>> aged(
            BiFunction<String, Integer, BlobPage<T>> list, Function<T, Instant> since) {
        return SortedPages.ofPages(after -> {
            var page = list.apply(after, PAGE);
            var oldEnough = page.asOf().minus(FileSweep.AGE);
            var items = page.items().stream()
                    .map(item -> new Aged<>(item, since.apply(item).isBefore(oldEnough)))
                    .toList();
            return new SortedPages.Page<>(items, page.next());
        });
    }
}
