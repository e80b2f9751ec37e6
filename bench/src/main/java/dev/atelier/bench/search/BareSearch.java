package dev.atelier.bench.search;

import dev.atelier.domain.account.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/** What PostgreSQL takes by itself: one prepared statement of the bare driver, on a session that is set up for it beforehand. */
final class BareSearch implements AutoCloseable {

    private final PreparedStatement select;
    private final UserId owner;

    private BareSearch(PreparedStatement select, UserId owner) {
        this.select = select;
        this.owner = owner;
    }

    /** Compares all vectors of the project. */
    static BareSearch exact(Connection connection, UserId owner, int limit) throws SQLException {
        return new BareSearch(
                prepare(connection, "vector", "looked_at as materialized (select * from own)", limit), owner);
    }

    /** Asks the index, as far as the product does. */
    static BareSearch throughIndex(Connection connection, UserId owner, int limit) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set hnsw.iterative_scan = relaxed_order");
            statement.execute("set hnsw.ef_search = 200");
            statement.execute("set enable_sort = off");
        }
        return new BareSearch(prepare(connection, "halfvec", "looked_at as (select * from own)", limit), owner);
    }

    private static PreparedStatement prepare(Connection connection, String type, String step, int limit)
            throws SQLException {
        return connection.prepareStatement("""
                with own as (select * from public.passage_vectors
                        where dimension = %1$d and project_id = ? and owner_id = ? and model = '%2$s'),
                    %3$s,
                    best as (select document_id, digest from looked_at
                        order by embedding::extensions.%4$s(%1$d) operator(extensions.<=>) ?::extensions.%4$s(%1$d) limit %5$d)
                select p.document_id, p.ordinal, p.content from best join public.passages p using (document_id, digest)
                """.formatted(Library.DIMENSION, Library.MODEL, step, type, limit));
    }

    /** Which passages, without their order. */
    Set<String> find(Project project, float[] vector) throws SQLException {
        select.setObject(1, project.id());
        select.setObject(2, owner.value());
        select.setObject(3, vector);
        var found = new LinkedHashSet<String>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1) + "/" + rows.getInt(2));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        select.close();
    }
}
