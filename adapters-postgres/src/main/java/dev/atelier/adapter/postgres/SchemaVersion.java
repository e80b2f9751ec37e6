package dev.atelier.adapter.postgres;

import dev.atelier.port.out.health.Finding;
import java.util.Arrays;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** Compares the schema with the migrations of this program. */
record SchemaVersion(DatabaseUrl url) {

    Finding finding() {
        try {
            var info = Migrations.flyway(url, MigrationVersion.LATEST).info();
            var pending = info.pending();
            if (has(info.all(), MigrationState.FAILED)) {
                return Finding.fault(
                        "a migration has failed half-way", "Run bin/atelier migrate, and read what it says");
            }
            if (pending.length > 0) {
                return Finding.fault(
                        "%d migrations are missing, the first is %s %s"
                                .formatted(pending.length, pending[0].getVersion(), pending[0].getDescription()),
                        "Run bin/atelier migrate, or start a backend, which does it");
            }
            return has(info.all(), MigrationState.FUTURE_SUCCESS)
                    ? Finding.warning(
                            "the schema is newer than this program, which works with it as far as it knows it",
                            "Start the newer version again as soon as what made you go back is mended")
                    : Finding.ok("answers, and its schema is that of this program");
        } catch (FlywayException e) {
            throw PostgresFailures.nothingDone(e);
        }
    }

    private static boolean has(MigrationInfo[] all, MigrationState state) {
        return Arrays.stream(all).anyMatch(migration -> migration.getState() == state);
    }
}
