package dev.atelier.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgvectorTest {

    @TempDir
    private Path cache;

    private PostgresBundle bundle;

    @BeforeEach
    void anEmptyBundle() throws Exception {
        bundle = new PostgresBundle(cache.resolve("postgresql"));
        Files.createDirectories(bundle.libraries());
        Files.createDirectories(bundle.extensions());
    }

    @Test
    void aBundleWithoutItStaysAsItIs() throws Exception {
        assertFalse(Pgvector.in(cache).addTo(bundle));
        try (var files = Files.list(bundle.extensions())) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void whatHasBeenBuiltIsAddedAndWhateverWasThereIsExchanged() throws Exception {
        Path built = Files.createDirectories(cache.resolve("pgvector-17"));
        Files.write(built.resolve("vector.so"), new byte[] {1, 2, 3});
        Files.writeString(built.resolve("vector.control"), "default_version = '0.8.0'\n");
        Files.writeString(built.resolve("vector--0.8.0.sql"), "create type vector;");
        Files.write(bundle.libraries().resolve("vector.so"), new byte[] {0});

        assertTrue(Pgvector.in(cache).addTo(bundle));

        assertArrayEquals(
                new byte[] {1, 2, 3}, Files.readAllBytes(bundle.libraries().resolve("vector.so")));
        assertEquals("create type vector;", Files.readString(bundle.extensions().resolve("vector--0.8.0.sql")));
        assertEquals(
                "default_version = '0.8.0'\ntrusted = true\n",
                Files.readString(bundle.extensions().resolve("vector.control")));
    }

    @Test
    void theRoleOfTheMigrationsCreatesTheExtensionAndSearchesByDistanceThroughAnIndex() throws Exception {
        assertTrue(LocalPostgres.shared().hasVector(), "Run local-stack/bin/install-pgvector first");
        LocalDatabase database = LocalPostgres.shared().newDatabase();
        Sql sql = Sql.on(database);
        sql.execute(
                "create extension vector with schema extensions",
                "create table public.passages (id int primary key, embedding vector(3) not null)",
                "insert into public.passages select n, array[n, n % 7, 1]::vector from generate_series(1, 500) n",
                "create index on public.passages using hnsw (embedding vector_cosine_ops)",
                // So few rows are faster read than searched, the planner thinks.
                "alter database " + database.name() + " set enable_seqscan to off");
        String nearest = "select id from public.passages order by embedding <=> '[10, 3, 1]' limit 1";
        assertEquals("10", sql.text(nearest));
        assertTrue(
                sql.texts("explain " + nearest).stream().anyMatch(line -> line.contains("Index Scan")),
                "the index is not used");
    }
}
