package dev.atelier.adapter.ai;

import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.run.ModelCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Remembers the models for an hour, and up to a day while they cannot be had; after a failure they are not asked for again
 * for half a minute. One asks, the others wait for the answer.
 */
final class CachedModelCatalog implements ModelCatalog {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration USABLE = Duration.ofDays(1);
    private static final Duration REST = Duration.ofSeconds(30);

    private final Supplier<List<Model>> source;
    private final Map<Output, String> chosen;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Optional<Known> known = Optional.empty();
    private Optional<Failed> failed = Optional.empty();

    private record Known(List<Model> models, Instant since) {}

    private record Failed(PortFailure failure, Instant at) {}

    /** @param chosen the model for those who name none */
    CachedModelCatalog(Supplier<List<Model>> source, Map<Output, String> chosen, InstantSource clock) {
        this.source = source;
        this.chosen = Map.copyOf(chosen);
        this.clock = clock;
    }

    @Override
    public Optional<String> chosen(Output output) {
        return Optional.ofNullable(chosen.get(output));
    }

    @Override
    public List<Model> models() {
        return remembered(FRESH).orElseGet(this::ask);
    }

    private Optional<List<Model>> remembered(Duration age) {
        return known.filter(list -> isWithin(list.since(), age)).map(Known::models);
    }

    private List<Model> ask() {
        try {
            asking.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PortFailure.Retryable.unavailable(Service.MODEL_CATALOG, "the list of models was not waited for", e);
        }
        try {
            return remembered(FRESH).orElseGet(this::refresh);
        } finally {
            asking.unlock();
        }
    }

    private List<Model> refresh() {
        var recent = failed.filter(last -> isWithin(last.at(), REST)).map(Failed::failure);
        if (recent.isPresent()) {
            return remembered(USABLE).orElseThrow(recent::get);
        }
        try {
            var models = source.get();
            known = Optional.of(new Known(models, clock.instant()));
            return models;
        } catch (PortFailure e) {
            if (!Thread.currentThread().isInterrupted()) { // or it says nothing about the next one's chances
                failed = Optional.of(new Failed(e, clock.instant()));
            }
            return remembered(USABLE).orElseThrow(() -> e);
        }
    }

    private boolean isWithin(Instant then, Duration time) {
        return clock.instant().isBefore(then.plus(time));
    }
}
