package dev.atelier.application;

import dev.atelier.domain.run.RunId;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.RunRepository;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks now and then whether there is anything new in the runs that are followed here, because the feed may lose notices: for
 * all of them in a few queries, however many there are. While nobody follows any, it does nothing.
 */
final class RunWatch {

    private static final Logger LOG = System.getLogger(RunWatch.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final int BATCH = 1_000;

    /** Somebody who follows a run. */
    interface Follower {

        RunId run();

        /**
         * Is told what there is.
         *
         * @param newest the number of the newest event; empty when the run is gone
         */
        void look(Optional<Long> newest);
    }

    private final RunRepository runs;
    private final Duration interval;
    private final Map<RunId, Set<Follower>> followers = new HashMap<>();
    private boolean watching;

    RunWatch(RunRepository runs) {
        this(runs, INTERVAL);
    }

    RunWatch(RunRepository runs, Duration interval) {
        this.runs = runs;
        this.interval = interval;
    }

    synchronized void add(Follower follower) {
        followers.computeIfAbsent(follower.run(), run -> new HashSet<>()).add(follower);
        if (!watching) {
            watching = true;
            Thread.ofVirtual().name("runs-watch").start(this::watch);
        }
    }

    synchronized void remove(Follower follower) {
        var others = followers.getOrDefault(follower.run(), Set.of());
        if (others.remove(follower) && others.isEmpty()) {
            followers.remove(follower.run());
        }
    }

    synchronized boolean isWatching() {
        return watching;
    }

    private void watch() {
        try {
            while (goesOn()) {
                Thread.sleep(interval);
                look();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private synchronized boolean goesOn() {
        watching = !followers.isEmpty();
        return watching;
    }

    private synchronized List<RunId> followed() {
        return List.copyOf(followers.keySet());
    }

    private synchronized List<Follower> followersOf(RunId run) {
        return List.copyOf(followers.getOrDefault(run, Set.of()));
    }

    private void look() {
        var all = followed();
        for (int from = 0; from < all.size(); from += BATCH) {
            try {
                look(all.subList(from, Math.min(all.size(), from + BATCH)));
            } catch (PortFailure e) {
                LOG.log(Level.DEBUG, () -> "news of runs are looked for later: " + e.getMessage());
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "news of runs cannot be looked for; it goes on", e);
            }
        }
    }

    private void look(List<RunId> some) {
        var newest = runs.newestEvents(some);
        for (var run : some) {
            followersOf(run).forEach(follower -> follower.look(Optional.ofNullable(newest.get(run))));
        }
    }
}
