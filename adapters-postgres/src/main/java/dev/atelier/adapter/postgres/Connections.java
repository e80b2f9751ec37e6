package dev.atelier.adapter.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/** How connections are made and kept. The figures are explained in docs/decisions/0304-connection-pool.md. */
final class Connections {

    static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(10);

    /** They are meant for other clients; the driver would only warn of them. */
    private static final Set<String> NOT_FOR_THE_DRIVER =
            Set.of("pgbouncer", "connection_limit", "pool_timeout", "schema");

    private Connections() {}

    /** A pool. No connection is made before one is needed. */
    static HikariDataSource pool(PostgresSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("postgres");
        config.setDataSource(source(settings.url()));
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setKeepaliveTime(Duration.ofSeconds(30).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(20).toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** Single connections; for migrations, which wait longer than requests may. */
    static PGSimpleDataSource unpooled(DatabaseUrl url) {
        var source = source(url);
        source.setSocketTimeout(0);
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
        source.setTcpKeepAlive(true);
        source.setApplicationName("atelier");
        if (url.isTransactionPooler()) {
            source.setPrepareThreshold(0); // a prepared statement would be left behind in somebody else's session
        }
        driverParameters(url).forEach((name, value) -> set(source, (String) name, (String) value));
        return source;
    }

    private static Properties driverParameters(DatabaseUrl url) {
        var properties = new Properties();
        url.parameters().forEach((name, value) -> {
            if (!NOT_FOR_THE_DRIVER.contains(name)) {
                properties.setProperty(name, value);
            }
        });
        return properties;
    }

    private static void set(PGSimpleDataSource source, String name, String value) {
        try {
            source.setProperty(name, value);
        } catch (java.sql.SQLException e) {
            throw new IllegalArgumentException(
                    "the database driver refuses the parameter %s=%s".formatted(name, value), e);
        }
    }
}
