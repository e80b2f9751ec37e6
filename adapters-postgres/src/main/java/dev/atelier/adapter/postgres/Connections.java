package dev.atelier.adapter.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;

/** How connections are made and kept. The figures are explained in docs/decisions/0304-connection-pool.md. */
final class Connections {

    static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(2);
    static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration ACQUIRE_TIMEOUT = Duration.ofMillis(1500);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** Behind a transaction pooler one thread of the driver stops all statements that take too long, and waits for each. */
    private static final Duration CANCEL_TIMEOUT = Duration.ofSeconds(1);

    /** They are meant for other clients: Prisma, Vercel, asyncpg. */
    private static final Set<String> NOT_FOR_THE_DRIVER = Set.of(
            "pgbouncer",
            "connection_limit",
            "pool_timeout",
            "schema",
            "supa",
            "statement_cache_size",
            "prepare_threshold");

    /** What the driver calls otherwise than libpq does (PostgreSQL documentation, "Parameter Key Words"). */
    private static final Map<String, String> NAMES_OF_THE_DRIVER = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode");

    /**
     * Whoever is paused, or cut off, in the middle of a transaction loses its locks by then, well before the lease of a job is
     * over. No transaction of ours waits for anything but the database.
     */
    private static final String END_IDLE_TRANSACTIONS = "idle_in_transaction_session_timeout = '5s'";

    /** The server ends what takes too long: it costs nothing, while a timer of the driver is started and stopped for each. */
    private static final String SESSION =
            "set " + END_IDLE_TRANSACTIONS + "; set statement_timeout = " + STATEMENT_TIMEOUT.toMillis();

    private Connections() {}

    /** To be said at the beginning of each transaction behind a transaction pooler, where sessions are not ours. */
    static String endIdleTransaction() {
        return "set local " + END_IDLE_TRANSACTIONS;
    }

    /** A pool. No connection is made before one is needed. */
    static HikariDataSource pool(PostgresSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("postgres");
        config.setDataSource(source(settings.url()));
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        config.setConnectionTimeout(ACQUIRE_TIMEOUT.toMillis());
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setKeepaliveTime(Duration.ofSeconds(30).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(20).toMillis());
        config.setInitializationFailTimeout(-1);
        if (!settings.url().isTransactionPooler()) {
            config.setConnectionInitSql(SESSION);
        }
        return new HikariDataSource(config);
    }

    /** Single connections; for migrations, which wait longer than requests may. */
    static PGSimpleDataSource unpooled(DatabaseUrl url) {
        var source = source(url);
        source.setSocketTimeout(0);
        return source;
    }

    /** Single connections that leave nothing behind in a session, whoever it belongs to. */
    static PGSimpleDataSource withoutPreparedStatements(DatabaseUrl url) {
        var source = source(url);
        source.setPrepareThreshold(0);
        return source;
    }

    private static PGSimpleDataSource source(DatabaseUrl url) {
        var source = new PGSimpleDataSource();
        source.setURL(url.jdbcUrl());
        source.setDatabaseName(url.database());
        source.setUser(url.user());
        source.setPassword(url.password());
        source.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
        source.setLoginTimeout((int) CONNECT_TIMEOUT.toSeconds());
        source.setSocketTimeout((int) SOCKET_TIMEOUT.toSeconds());
        source.setCancelSignalTimeout((int) CANCEL_TIMEOUT.toSeconds());
        source.setTcpKeepAlive(true);
        source.setApplicationName("atelier");
        if (url.isTransactionPooler()) {
            source.setPrepareThreshold(0); // a prepared statement would be left behind in somebody else's session
        }
        source.setLogServerErrorDetail(false); // it quotes whole rows, and what is thrown is logged
        driverParameters(url).forEach((name, value) -> set(source, name, value));
        return source;
    }

    /** @throws IllegalArgumentException when the driver does not know a parameter of {@code url} */
    static void requireKnownParameters(DatabaseUrl url) {
        var source = new PGSimpleDataSource();
        driverParameters(url).forEach((name, value) -> set(source, name, value));
    }

    private static Map<String, String> driverParameters(DatabaseUrl url) {
        return url.parameters().entrySet().stream()
                .filter(parameter -> !NOT_FOR_THE_DRIVER.contains(parameter.getKey()))
                .collect(Collectors.toMap(
                        parameter -> NAMES_OF_THE_DRIVER.getOrDefault(parameter.getKey(), parameter.getKey()),
                        Map.Entry::getValue,
                        (one, other) -> one));
    }

    /** The value is not repeated: nobody knows what a parameter that nobody knows holds. */
    private static void set(PGSimpleDataSource source, String name, String value) {
        try {
            source.setProperty(name, value);
        } catch (SQLException e) {
            throw new IllegalArgumentException("the database driver refuses the parameter " + name, e);
        }
    }
}
