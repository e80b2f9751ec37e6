package dev.atelier.application;

import dev.atelier.port.in.file.FileUpkeep;
import dev.atelier.port.in.file.SweepFinding;
import dev.atelier.port.in.file.SweepFinding.Kind;
import dev.atelier.port.in.file.SweepReport;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.FileInventory;
import dev.atelier.port.out.file.FileRepository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Goes through all rows and all objects side by side, both in the order of their keys, with a page of each in memory. What
 * this finds is looked at once more by itself before it counts: rows and objects come and go meanwhile.
 */
final class FileSweep implements FileUpkeep {

    /** What is younger may be under way. */
    static final Duration AGE = Duration.ofDays(1);

    private final FileInventory inventory;
    private final FileRepository files;
    private final BlobStorage blobs;
    private final InstantSource clock;

    FileSweep(FileInventory inventory, FileRepository files, BlobStorage blobs, InstantSource clock) {
        this.inventory = inventory;
        this.files = files;
        this.blobs = blobs;
        this.clock = clock;
    }

    @Override
    public SweepReport inspect(Consumer<SweepFinding> findings) {
        return sweep(findings, Set.of());
    }

    @Override
    public SweepReport mend(Consumer<SweepFinding> findings) {
        var mended = EnumSet.allOf(Kind.class);
        if (inspect(finding -> {}).wrongBucket()) {
            mended.remove(Kind.ROW_WITHOUT_OBJECT);
        }
        return sweep(findings, mended);
    }

    private SweepReport sweep(Consumer<SweepFinding> findings, Set<Kind> mended) {
        var tally = new SweepTally(findings);
        var run = new SweepRun(inventory, files, blobs, clock.instant().minus(AGE), tally, mended);
        run.compare();
        run.endTransfers();
        return tally.report();
    }
}
