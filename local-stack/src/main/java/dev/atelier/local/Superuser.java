package dev.atelier.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Does with a database what only a superuser may. */
record Superuser(LocalDatabase database) {

    /** Not {@code postgres}: at Supabase, too, that one is no superuser. */
    static final String NAME = "supabase_admin";

    static Superuser of(int port, String databaseName) {
        return new Superuser(new LocalDatabase(port, databaseName, NAME));
    }

    /** Executes one statement on its own, as {@code create database} demands. */
    void execute(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new LocalServerException("PostgreSQL refused: " + sql, e);
        }
    }

    /** Whether a query has a row. */
    boolean finds(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        } catch (SQLException e) {
            throw new LocalServerException("PostgreSQL refused: " + sql, e);
        }
    }

    /** Executes all statements of a script in one transaction. */
    void executeScript(String resource) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(read(resource));
            connection.commit();
        } catch (SQLException e) {
            throw new LocalServerException("PostgreSQL could not be prepared by " + resource, e);
        }
    }

    private static String read(String resource) {
        try (InputStream in = Superuser.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + resource, e);
        }
    }
}
