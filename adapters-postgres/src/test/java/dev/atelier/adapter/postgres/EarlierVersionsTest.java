package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.local.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A database of any earlier version is brought to the newest one with everything that is in it. Each version has its rows in
 * {@code db/rows}, written when it was the newest; a migration without some fails here.
 */
class EarlierVersionsTest {

    private static final List<Integer> VERSIONS = versions();

    @TestFactory
    Stream<DynamicTest> each_earlier_version_is_migrated_with_its_rows() {
        return VERSIONS.subList(0, VERSIONS.size() - 1).stream()
                .map(version -> DynamicTest.dynamicTest("from version " + version, () -> migrate(version)));
    }

    @TestFactory
    Stream<DynamicTest> each_version_has_rows_for_every_table_that_it_makes() {
        return VERSIONS.stream()
                .map(version -> DynamicTest.dynamicTest("version " + version, () -> {
                    var database = new TestDatabase(LocalPostgres.shared().newDatabase());
                    try {
                        fill(database, version);
                        counts(database).forEach((table, rows) -> assertTrue(rows > 0, table + " is empty"));
                    } finally {
                        LocalPostgres.shared().drop(database.database());
                    }
                }));
    }

    private static List<Integer> versions() {
        var database = TestDatabase.migrated();
        var versions = database.query("""
                select version from atelier.flyway_schema_history where type = 'SQL' order by version::integer
                """);
        LocalPostgres.shared().drop(database.database());
        return versions.stream().map(Integer::valueOf).toList();
    }

    private static void migrate(int version) {
        var database = new TestDatabase(LocalPostgres.shared().newDatabase());
        try {
            var ada = fill(database, version);
            var before = counts(database);

            database.migrate();

            var after = counts(database);
            before.forEach((table, rows) -> assertEquals(rows, after.get(table), table));
            assertCanBeRead(database, ada);
        } finally {
            LocalPostgres.shared().drop(database.database());
        }
    }

    private static UserId fill(TestDatabase database, int version) {
        var ada = database.signUp("ada@example.com", "{}");
        for (int each : VERSIONS.subList(0, VERSIONS.indexOf(version) + 1)) {
            Migrations.migrateTo(database.url(), MigrationVersion.fromVersion(Integer.toString(each)));
            database.execute(rows(each));
        }
        return ada;
    }

    private static void assertCanBeRead(TestDatabase database, UserId ada) {
        try (var adapter = PostgresAdapter.open(database.settings())) {
            assertEquals(
                    "ada@example.com", adapter.users().find(ada).orElseThrow().email());
            for (var project :
                    adapter.projects().list(ada, PageRequest.first(10)).items()) {
                adapter.documents().list(ada, project.id(), PageRequest.first(10));
                adapter.files().list(ada, project.id(), PageRequest.first(10));
                adapter.workflows()
                        .list(ada, project.id(), PageRequest.first(10))
                        .items()
                        .forEach(workflow -> adapter.runs().list(ada, workflow.id(), PageRequest.first(10)));
            }
        }
    }

    private static Map<String, Long> counts(TestDatabase database) {
        List<String> tables = database.query("select tablename from pg_tables where schemaname = 'public'");
        var counts = new HashMap<String, Long>();
        tables.forEach(table -> counts.put(
                table,
                Long.parseLong(
                        database.query("select count(*) from public." + table).getFirst())));
        return counts;
    }

    private static String rows(int version) {
        var name = "/db/rows/V" + version + ".sql";
        try (var script = EarlierVersionsTest.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new AssertionError(
                        "version " + version + " has no rows: write some into src/test/resources" + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
