package dev.atelier.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers a bounded number of things for a while; the oldest go first. */
final class ExpiringSet<T> {

    private final Duration lifetime;
    private final InstantSource clock;
    private final Map<T, Instant> addedAt;

    ExpiringSet(Duration lifetime, int capacity, InstantSource clock) {
        this.lifetime = lifetime;
        this.clock = clock;
        this.addedAt = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<T, Instant> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized boolean contains(T thing) {
        var added = addedAt.get(thing);
        return added != null && clock.instant().isBefore(added.plus(lifetime));
    }

    synchronized void add(T thing) {
        addedAt.remove(thing);
        addedAt.put(thing, clock.instant());
    }
}
