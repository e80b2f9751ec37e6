package dev.atelier.application;

import dev.atelier.port.in.file.FileUpkeep;
import dev.atelier.port.out.file.FileInventory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Asks for the turn to sweep, and mends what it finds when it has it: one worker, once a day. */
final class DailySweep implements Runnable {

    /** How often a worker asks. */
    static final Duration ASKING_INTERVAL = Duration.ofMinutes(10);

    private static final Logger LOG = System.getLogger(DailySweep.class.getName());
    private static final Duration INTERVAL = Duration.ofDays(1);

    private final FileInventory inventory;
    private final FileUpkeep upkeep;

    DailySweep(FileInventory inventory, FileUpkeep upkeep) {
        this.inventory = inventory;
        this.upkeep = upkeep;
    }

    @Override
    public void run() {
        if (!inventory.takeTurn(INTERVAL)) {
            return;
        }
        var report = upkeep.mend(finding -> LOG.log(Level.DEBUG, finding::toString));
        LOG.log(report.findings().isEmpty() ? Level.INFO : Level.WARNING, () -> "swept files: " + report);
    }
}
