package dev.atelier.adapter.postgres;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.json.ValueJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** How our types are written into columns, and read from them. */
final class Columns {

    private Columns() {}

    /** For {@code timestamptz}; independent of every time zone there is. */
    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
    }

    static <E extends Enum<E>> Optional<E> optionalConstant(ResultSet row, String column, Class<E> type)
            throws SQLException {
        return optionalText(row, column).map(text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Optional<UUID> optionalUuid(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    static UserId owner(ResultSet row) throws SQLException {
        return new UserId(uuid(row, "owner_id"));
    }

    static ProjectId project(ResultSet row) throws SQLException {
        return new ProjectId(uuid(row, "project_id"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Optional<Long> optionalLong(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }

    static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static ObjectValue object(ResultSet row, String column) throws SQLException {
        return ValueJson.readObject(row.getString(column));
    }
}
