package dev.atelier.local;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a {@link LocalPostgres}, and who connects to it.
 *
 * @param port port of the server on {@code localhost}
 * @param name name of the database
 * @param user role that connects
 */
public record LocalDatabase(int port, String name, String user) {

    /** The password of every role that can log in. The servers listen on the loopback interface only. */
    public static final String PASSWORD = "postgres";

    /** The address as Supabase shows it and {@code DATABASE_URL} takes it, password included. */
    public String url() {
        return "postgresql://%s:%s@localhost:%d/%s".formatted(user, PASSWORD, port, name);
    }

    /** The address for the JDBC driver, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, name);
    }

    /** The same database, connected to as another role. */
    public LocalDatabase as(String otherUser) {
        return new LocalDatabase(port, name, otherUser);
    }

    /** Connections to it, each a new one. */
    public DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl());
        dataSource.setUser(user);
        dataSource.setPassword(PASSWORD);
        return dataSource;
    }
}
