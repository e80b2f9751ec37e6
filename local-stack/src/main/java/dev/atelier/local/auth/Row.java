package dev.atelier.local.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** One row of a result, read in our types. */
record Row(ResultSet result) {

    UUID id(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    String text(String column) throws SQLException {
        return optionalText(column).orElse("");
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    Instant instant(String column) throws SQLException {
        return optionalInstant(column).orElse(Instant.EPOCH);
    }

    Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    ObjectNode json(String column) throws SQLException {
        return Json.parseObject(optionalText(column).orElse("{}"));
    }
}
