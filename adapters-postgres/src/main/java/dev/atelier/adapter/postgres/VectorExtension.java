package dev.atelier.adapter.postgres;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * pgvector, as this database has it. Supabase has it in the schema {@code extensions}, but people put it elsewhere.
 *
 * @param schema quoted where that is needed
 */
record VectorExtension(String schema) {

    /** Since this version a search through an index goes on until it has as many rows as it needs. */
    static final String SINCE = "0.8";

    /** Empty when the database has none, or an older one. */
    static Optional<VectorExtension> of(Handle handle) {
        return handle.createQuery("""
                        select quote_ident(nspname) from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
                        where extname = 'vector' and string_to_array(extversion, '.')::integer[] >= '{0,8}'
                        """).mapTo(String.class).findOne().map(VectorExtension::new);
    }

    /** The type of vectors of {@code dimension} numbers of four bytes, to compare by. */
    String exact(int dimension) {
        return "%s.vector(%d)".formatted(schema, dimension);
    }

    /** The type of vectors of {@code dimension} numbers of two bytes, to look up in an index: half as large, as good. */
    String indexed(int dimension) {
        return "%s.halfvec(%d)".formatted(schema, dimension);
    }

    /** The operator that gives the distance by the angle: 1 minus the cosine. */
    String distance() {
        return "operator(%s.<=>)".formatted(schema);
    }
}
