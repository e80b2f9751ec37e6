package dev.atelier.adapter.postgres;

/**
 * How to reach the database.
 *
 * @param poolSize connections of this process, at least 1. Supabase's session pooler admits 15 on small plans, all processes
 *     together.
 */
public record PostgresSettings(DatabaseUrl url, int poolSize) {

    public static final int DEFAULT_POOL_SIZE = 10;

    /** @throws IllegalArgumentException when {@code poolSize} is below 1 */
    public PostgresSettings {
        if (poolSize < 1) {
            throw new IllegalArgumentException("poolSize must be at least 1, not " + poolSize);
        }
    }
}
