package dev.atelier.adapter.postgres;

/** Whether a database has to have the extension {@code vector}, by which passages are found by meaning. */
public enum Pgvector {
    /** As in production: without it nothing is migrated. */
    REQUIRED,
    /** As on a machine of one's own that lacks it. */
    WHERE_AVAILABLE
}
