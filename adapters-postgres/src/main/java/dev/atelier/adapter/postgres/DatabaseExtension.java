package dev.atelier.adapter.postgres;

import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An extension of PostgreSQL that we need, in the schema where Supabase has them.
 *
 * @param name in the words of SQL, not quoted
 */
record DatabaseExtension(String name) {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseExtension.class);
    private static final String SCHEMA = "extensions";

    /** Any number that nobody else locks by; several processes may start at once. */
    private static final long LOCK = 0x61_74_65_6c_69_65_72L;

    /** It is not installed on the server (by two names, as versions have it), or we may not enable it. */
    private static final Set<String> NOT_TO_BE_HAD = Set.of("0A000", "58P01", "42501", "3F000");

    /**
     * Sees to it that the database has it.
     *
     * @throws PortFailure.Permanent when it has to and has not, with what somebody has to do about it
     * @throws PortFailure.Retryable when the database cannot be reached
     */
    void enable(DataSource source, Pgvector need) {
        try {
            Jdbi.create(source).useTransaction(this::enable);
        } catch (ConnectionException e) {
            throw PostgresFailures.notLetIn(e);
        } catch (JdbiException e) {
            if (!NOT_TO_BE_HAD.contains(PostgresFailures.sqlState(e).orElse(""))) {
                throw PostgresFailures.nothingDone(e);
            }
            if (need == Pgvector.REQUIRED) {
                throw missing(e);
            }
            LOG.info("the database has no extension {}; production needs it", name);
        }
    }

    private void enable(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(?)", LOCK);
        boolean isThere = handle.createQuery("select 1 from pg_extension where extname = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!isThere) {
            handle.execute("create extension if not exists %s with schema %s".formatted(name, SCHEMA));
            LOG.info("enabled the extension {}", name);
        }
    }

    private PortFailure missing(JdbiException e) {
        return new PortFailure.Permanent(
                Service.DATABASE,
                """
                the database has no extension %1$s, which Atelier needs (%2$s). Enable it, then migrate again: \
                in Supabase's dashboard under Database, Extensions, search for "%1$s", switch it on and choose the schema %3$s; \
                or by SQL as the role postgres: create extension if not exists %1$s with schema %3$s;""".formatted(name, PostgresFailures.nothingDone(e).getMessage(), SCHEMA),
                e);
    }
}
