package dev.atelier.bench.search;

import dev.atelier.domain.account.UserId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Puts very many passages into the tables of the product, past the product, which would take hours. */
final class Library {

    static final String MODEL = "bench/384";
    static final int DIMENSION = 384;

    private static final String INDEX = "public.passage_vectors_hnsw_384";
    private static final int PER_DOCUMENT = 100;

    private final Connection connection;
    private final UserId owner;

    Library(Connection connection, UserId owner) {
        this.connection = connection;
        this.owner = owner;
    }

    void fill(Texts texts, int passages, List<Project> projects) throws SQLException, IOException {
        long start = System.nanoTime();
        Staging.fill(connection, texts, passages);
        var index = definition();
        execute("drop index " + INDEX);
        for (var project : projects) {
            fill(project);
        }
        execute("drop table staged");
        tell("written", start);

        start = System.nanoTime();
        execute("set maintenance_work_mem = '3GB'");
        execute("set max_parallel_maintenance_workers = 1");
        execute(index);
        tell("its index of vectors made (two processes, maintenance_work_mem 3 GB)", start);
        execute("vacuum analyze public.documents");
        execute("vacuum analyze public.passages");
        execute("vacuum analyze public.passage_vectors");
        System.out.printf("the index of vectors has %s%n", size());
    }

    private void fill(Project project) throws SQLException {
        var key = project.id().toString();
        execute(
                "insert into public.projects values (?, ?, 'Project', '', now(), now(), 1)",
                project.id(),
                owner.value());
        execute("""
                insert into public.documents (id, owner_id, project_id, title, content, media_type, status, ingestion,
                    created_at, updated_at, revision)
                select distinct md5(? || number / %1$d)::uuid, ?::uuid, ?::uuid, 'Document', '', 'text', 'done', 'ready',
                    now(), now(), 1 from staged where number >= ? and number < ?
                """.formatted(PER_DOCUMENT), key, owner.value(), project.id(), project.first(), end(project));
        execute(
                """
                insert into public.passages (document_id, ordinal, owner_id, project_id, content, start_offset, end_offset,
                    digest, language, words)
                select md5(? || number / %1$d)::uuid, number %% %1$d, ?, ?, content, 0, length(content),
                    md5(number::text), 'english', array_to_tsvector(array[?]) || to_tsvector('english', content)
                from staged where number >= ? and number < ?
                """.formatted(PER_DOCUMENT),
                key,
                owner.value(),
                project.id(),
                mark(project),
                project.first(),
                end(project));
        execute(
                """
                insert into public.passage_vectors (document_id, model, digest, owner_id, project_id, dimension, embedding)
                select md5(? || number / %1$d)::uuid, '%2$s', md5(number::text), ?, ?, %3$d, embedding
                from staged where number >= ? and number < ?
                """.formatted(PER_DOCUMENT, MODEL, DIMENSION),
                key,
                owner.value(),
                project.id(),
                project.first(),
                end(project));
    }

    /** As the adapter marks the words of a project. */
    private static String mark(Project project) {
        return "project" + project.id().toString().replace("-", "") + "_english";
    }

    private static int end(Project project) {
        return project.first() + project.passages();
    }

    private String definition() throws SQLException {
        return text("select pg_get_indexdef('%s'::regclass)".formatted(INDEX));
    }

    private String size() throws SQLException {
        return text("select pg_size_pretty(pg_relation_size('%s'))".formatted(INDEX));
    }

    private String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private static void tell(String what, long start) {
        System.out.printf(Locale.ROOT, "%s in %.0f s%n", what, (System.nanoTime() - start) / 1e9);
    }
}
