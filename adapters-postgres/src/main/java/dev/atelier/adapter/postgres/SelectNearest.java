package dev.atelier.adapter.postgres;

import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.SearchScope;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Finds the passages that lie nearest to a vector. An index of vectors knows nothing of projects: it gives what is nearest of all,
 * and what is of another project is thrown away; the more of that there is, the longer it takes. So the vectors of a project that
 * is small, or a small part of all, are compared one by one, which is exact; how many there are is looked up before.
 */
final class SelectNearest {

    /**
     * From when on the index is asked.
     *
     * @param compared so many vectors of a project are compared one by one in any case
     * @param visited so many rows the index may have to go through
     */
    record Bounds(int compared, int visited) {

        /** Comparing 10,000 takes some 20 ms; {@code hnsw.max_scan_tuples} is twice as much. */
        static final Bounds USUAL = new Bounds(10_000, 10_000);
    }

    /** More candidates than wanted: several passages may say the same, and some vectors have no passage (yet). */
    private static final int SURPLUS = 2;

    /** Where there is no pgvector, PostgreSQL can still multiply. */
    private static final String COMPUTED_COSINE = """
            (select sum(here * there) / sqrt(sum(here * here) * sum(there * there))
             from unnest(embedding, :vector) as pair (here, there))""";

    private final SearchScope scope;
    private final String model;
    private final float[] vector;
    private final int limit;
    private final Bounds bounds;

    /** @param limit how many passages are wanted */
    SelectNearest(SearchScope scope, String model, float[] vector, int limit, Bounds bounds) {
        this.scope = scope;
        this.model = model;
        this.vector = vector.clone();
        this.limit = limit;
        this.bounds = bounds;
    }

    /** To be called in a transaction. */
    List<FoundPassage> in(Handle handle) {
        var extension = VectorExtension.of(handle);
        if (extension.isEmpty()) {
            return select(handle, COMPUTED_COSINE, own());
        }
        var cosine = "1 - (embedding::%1$s %2$s :vector::%1$s)"
                .formatted(extension.get().exact(vector.length), extension.get().distance());
        if (isForTheIndex(handle)) {
            var found = throughIndex(handle, cosine, extension.get());
            if (found.size() >= limit) {
                return found;
            }
        }
        return select(handle, cosine, own());
    }

    /** Counted no further than it takes to know. */
    private boolean isForTheIndex(Handle handle) {
        if (!VectorIndexes.DIMENSIONS.contains(vector.length)) {
            return false;
        }
        var all = all(handle);
        if (all.isEmpty()) {
            return false;
        }
        long worthIt = Math.clamp(
                all.get() * candidates() / bounds.visited(), bounds.compared() + 1L, bounds.compared() * 10L);
        return count(handle, worthIt) == worthIt;
    }

    private int candidates() {
        return SURPLUS * limit;
    }

    private long count(Handle handle, long most) {
        return handle.createQuery("""
                        select count(*) from (
                            select from public.passage_vectors
                            where project_id = :project and owner_id = :owner and model = :model limit :most) as counted
                        """)
                .bind("project", scope.project().value())
                .bind("owner", scope.owner().value())
                .bind("model", model)
                .bind("most", most)
                .mapTo(Long.class)
                .one();
    }

    /** How many vectors the index has, as PostgreSQL estimates; empty when there is no index. */
    private Optional<Long> all(Handle handle) {
        return handle.createQuery("select greatest(reltuples, 0)::bigint from pg_class where oid = to_regclass(:name)")
                .bind("name", "public." + VectorIndexes.name(vector.length))
                .mapTo(Long.class)
                .findOne();
    }

    /** The planner would rather sort, because it knows neither what that costs here nor how many rows it has to read. */
    private List<FoundPassage> throughIndex(Handle handle, String cosine, VectorExtension extension) {
        handle.execute("""
                select set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.ef_search', ?, true),
                    set_config('enable_sort', 'off', true)
                """, Integer.toString(Math.max(200, candidates())));
        var found = select(handle, cosine, """
                select * from public.passage_vectors
                where dimension = %1$d and project_id = :project and owner_id = :owner and model = :model
                order by embedding::%2$s %3$s :vector::%2$s limit %4$d
                """.formatted(
                        vector.length, extension.indexed(vector.length), extension.distance(), candidates()));
        handle.execute("select set_config('enable_sort', 'on', true)");
        return found;
    }

    private String own() {
        return """
                select * from public.passage_vectors
                where dimension = %d and project_id = :project and owner_id = :owner and model = :model
                """.formatted(vector.length);
    }

    /**
     * @param cosine of a vector
     * @param vectors the query that gives those to look at; what it does is not mixed with the rest
     */
    private List<FoundPassage> select(Handle handle, String cosine, String vectors) {
        return handle.createQuery("""
                        with looked_at as materialized (%1$s),
                            best as (select document_id, digest, %2$s as score from looked_at order by score desc limit %3$d)
                        select %4$s, best.score from best
                        join public.passages p on p.document_id = best.document_id and p.digest = best.digest
                        join public.documents d on d.id = p.document_id
                        where p.owner_id = :owner and p.project_id = :project
                        order by best.score desc, p.document_id, p.ordinal limit :limit
                        """.formatted(vectors, cosine, candidates(), PassageRows.columns("p")))
                .bind("project", scope.project().value())
                .bind("owner", scope.owner().value())
                .bind("model", model)
                .bind("vector", vector)
                .bind("limit", limit)
                .map(PassageRows.FOUND)
                .list();
    }
}
