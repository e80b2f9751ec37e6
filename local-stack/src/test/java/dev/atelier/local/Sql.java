package dev.atelier.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks a database questions, each over a connection of its own. */
record Sql(LocalDatabase database) {

    static Sql on(LocalDatabase database) {
        return new Sql(database);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** The first column of the only row. */
    String text(String query) throws SQLException {
        List<String> rows = texts(query);
        if (rows.size() != 1) {
            throw new AssertionError("Not one row but " + rows);
        }
        return rows.getFirst();
    }

    /** The first column of every row, the string {@code null} for what is null. */
    List<String> texts(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return texts;
        }
    }

    /** Executes all statements in one transaction; gives the first column of the first row of the last. */
    String inOneTransaction(String... statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < statements.length - 1; i++) {
                statement.execute(statements[i]);
            }
            try (ResultSet rows = statement.executeQuery(statements[statements.length - 1])) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "no row";
            }
        }
    }
}
