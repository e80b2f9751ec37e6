package dev.atelier.adapter.postgres;

import dev.atelier.port.out.health.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;

/** Looks closely at a database. Every connection and every statement has its time; nothing is changed. */
final class Examination {

    /** What a token may be early or late by. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);

    /** More are not tried at once: they would be missing elsewhere. */
    private static final int CONNECTIONS_TRIED = 50;

    private static final int STATEMENT_SECONDS = 3;

    private final PostgresSettings settings;
    private final DataSource source;
    private final Pgvector pgvector;
    private final InstantSource clock;
    private final List<Finding> findings = new ArrayList<>();

    Examination(PostgresSettings settings, Pgvector pgvector, InstantSource clock) {
        this.settings = settings;
        this.source = Connections.withoutPreparedStatements(settings.url());
        this.pgvector = pgvector;
        this.clock = clock;
    }

    /** @throws dev.atelier.port.PortFailure when nobody is let in, or looking fails */
    List<Finding> findings() {
        try (var connection = open()) {
            poolerMode(connection);
            time(connection);
            vector(connection);
            var schema = new SchemaVersion(settings.url()).finding();
            findings.add(schema);
            if (schema.severity() != Finding.Severity.FAULT) {
                new SchemaExamination(connection, STATEMENT_SECONDS).addTo(findings);
            }
        } catch (SQLException e) {
            throw PostgresFailures.nothingDone(new IllegalStateException(e));
        }
        connections();
        return findings;
    }

    private Connection open() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw PostgresFailures.notLetIn(new ConnectionException(e));
        }
    }

    /** Two who are connected at the same time are never served by the same process, unless somebody shares it out. */
    private void poolerMode(Connection one) throws SQLException {
        if (settings.url().isTransactionPooler()) {
            return;
        }
        try (var other = source.getConnection()) {
            var text = "select pg_backend_pid()::text";
            if (SchemaExamination.texts(one, text, STATEMENT_SECONDS)
                    .equals(SchemaExamination.texts(other, text, STATEMENT_SECONDS))) {
                findings.add(Finding.fault(
                        "a transaction pooler answers at this address, and is not known to be one: named prepared statements"
                                + " will fail there",
                        "Add ?pgbouncer=true to DATABASE_URL (remove pgbouncer=false), or take the address of the session"
                                + " pooler, port 5432"));
            }
        }
    }

    private void time(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            Timestamp theirs = row.getTimestamp(1);
            var apart = Duration.between(clock.instant(), Instant.ofEpochMilli(theirs.getTime()));
            if (apart.abs().compareTo(CLOCK_TOLERANCE) > 0) {
                findings.add(Finding.fault(
                        "the clock of this machine is %d s %s that of the database"
                                .formatted(apart.abs().toSeconds(), apart.isNegative() ? "ahead of" : "behind"),
                        "Set the clock (timedatectl set-ntp true): tokens and signed addresses are refused otherwise"));
            }
        }
    }

    private void vector(Connection connection) throws SQLException {
        if (!SchemaExamination.texts(
                        connection,
                        "select extname::text from pg_extension where extname = 'vector'",
                        STATEMENT_SECONDS)
                .isEmpty()) {
            return;
        }
        var seen = "the extension vector (pgvector) is not there";
        findings.add(
                pgvector == Pgvector.REQUIRED
                        ? Finding.fault(seen, "Turn vector on under Database, Extensions, then run bin/atelier migrate")
                        : Finding.warning(seen, "Install pgvector, as production has it, to find passages by meaning"));
    }

    /** The pool of a process would be refused these later, when there is work to do. */
    private void connections() {
        int wanted = Math.min(settings.poolSize(), CONNECTIONS_TRIED);
        var opened = new ArrayList<Connection>();
        try {
            while (opened.size() < wanted) {
                opened.add(source.getConnection());
            }
        } catch (SQLException e) {
            findings.add(Finding.fault(
                    "only %d of the %d connections of DATABASE_POOL_SIZE could be made: %s"
                            .formatted(opened.size(), settings.poolSize(), PostgresFailures.said(e)),
                    "Lower DATABASE_POOL_SIZE (each process has its own), stop what holds connections, or use the"
                            + " transaction pooler, port 6543"));
        } finally {
            opened.forEach(Examination::close);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // which is what was wanted
        }
    }
}
