package dev.atelier.adapter.postgres;

import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes by which vectors are found (HNSW), one for each dimension that models commonly have. Models of the same dimension
 * share one; vectors of another dimension have none, and are compared one by one. They are no part of a numbered migration,
 * because a database may get pgvector after it.
 */
final class VectorIndexes {

    static final List<Integer> DIMENSIONS = List.of(384, 768, 1024, 1536, 3072);

    private static final Logger LOG = LoggerFactory.getLogger(VectorIndexes.class);

    /** Any number that nobody else locks by; several processes may start at once. */
    private static final long LOCK = 0x61_74_65_6c_69_65_76L;

    private VectorIndexes() {}

    static String name(int dimension) {
        return "passage_vectors_hnsw_" + dimension;
    }

    /** Makes those that are missing, if the database has pgvector. Writers of vectors wait meanwhile. */
    static void create(DataSource source) {
        try {
            Jdbi.create(source).useTransaction(VectorIndexes::create);
        } catch (ConnectionException e) {
            throw PostgresFailures.notLetIn(e);
        } catch (JdbiException e) {
            throw PostgresFailures.nothingDone(e);
        }
    }

    private static void create(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(?)", LOCK);
        var extension = VectorExtension.of(handle);
        if (extension.isEmpty()) {
            LOG.info("without pgvector {} vectors are compared one by one", VectorExtension.SINCE);
            return;
        }
        for (int dimension : DIMENSIONS) {
            handle.execute("""
                    create index if not exists %1$s on public.passage_vectors
                        using hnsw ((embedding::%2$s) %3$s.halfvec_cosine_ops) where dimension = %4$d
                    """.formatted(
                            name(dimension),
                            extension.get().indexed(dimension),
                            extension.get().schema(),
                            dimension));
        }
    }
}
