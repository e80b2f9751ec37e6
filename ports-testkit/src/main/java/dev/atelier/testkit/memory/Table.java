package dev.atelier.testkit.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that never change themselves. Each change of the table says how it is undone. To be used in statements only. */
final class Table<K, V> {

    private final Map<K, V> rows = new HashMap<>();
    private final Consumer<Runnable> undoLog;

    Table(Consumer<Runnable> undoLog) {
        this.undoLog = undoLog;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    Stream<V> stream() {
        return rows.values().stream();
    }

    Stream<K> keys() {
        return rows.keySet().stream();
    }

    void put(K key, V row) {
        var before = rows.put(key, row);
        undoLog.accept(() -> restore(key, before));
    }

    void remove(K key) {
        var before = rows.remove(key);
        undoLog.accept(() -> restore(key, before));
    }

    void removeIf(Predicate<V> condition) {
        var doomed = rows.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        doomed.forEach(this::remove);
    }

    /** The rows of a moment, so that the table may be changed while going through them. */
    List<V> matching(Predicate<V> condition) {
        return rows.values().stream().filter(condition).toList();
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }
}
