package dev.atelier.adapter.postgres;

import dev.atelier.local.LocalPooler;
import dev.atelier.local.LocalPostgres;

/** The one PgBouncer of this JVM, before the one PostgreSQL. */
final class Pooler {

    private static final LocalPooler SHARED = LocalPooler.start(LocalPostgres.shared(), 0);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SHARED::close, "stop PgBouncer"));
    }

    private Pooler() {}

    static LocalPooler shared() {
        return SHARED;
    }
}
