package dev.atelier.adapter.postgres;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;

/**
 * Changes of a transaction that nobody waits for the outcome of. They are sent together: the database makes one after the
 * other, and answers once. Each way to the database and back is what most of a small change costs.
 */
final class PendingChanges {

    /** What is sent together is prepared together, and kept by the driver: there must not be too many kinds of it. */
    static final int MOST = 8;

    private record Change(String sql, Map<String, ?> values) {}

    private final Handle handle;
    private final List<Change> changes = new ArrayList<>();

    PendingChanges(Handle handle) {
        this.handle = handle;
    }

    /** @param values by the names that {@code sql} has for them; none is null */
    void add(String sql, Map<String, ?> values) {
        changes.add(new Change(sql, values));
        if (changes.size() == MOST) {
            send();
        }
    }

    /** Makes them. */
    void send() {
        var all = List.copyOf(changes);
        changes.clear();
        if (all.size() == 1) {
            var change = all.getFirst();
            handle.createUpdate(change.sql()).bindMap(change.values()).execute();
        } else if (!all.isEmpty()) {
            together(all).execute();
        }
    }

    /** What has the same name in several changes differs, so that values are bound by their position. */
    private Update together(List<Change> all) {
        var parsed = all.stream().map(change -> parse(change.sql())).toList();
        var update = handle.createUpdate(
                parsed.stream().map(sql -> sql.getSql().strip()).collect(Collectors.joining(";\n")));
        int position = 0;
        for (int i = 0; i < all.size(); i++) {
            for (var name : parsed.get(i).getParameters().getParameterNames()) {
                update.bind(
                        position++, requireNonNull((Object) all.get(i).values().get(name), name));
            }
        }
        return update;
    }

    private ParsedSql parse(String sql) {
        return handle.getConfig(SqlStatements.class)
                .getSqlParser()
                .parse(sql, handle.createUpdate(sql).getContext());
    }
}
