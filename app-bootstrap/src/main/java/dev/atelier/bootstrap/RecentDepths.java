package dev.atelier.bootstrap;

import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.QueueDepth;
import dev.atelier.port.PortFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How full the queues are, or were a few seconds ago. */
final class RecentDepths {

    private static final long LIFETIME_NANOS = Duration.ofSeconds(5).toNanos();

    private final Supplier<List<QueueDepth>> depths;
    private List<QueueDepth> known = List.of();
    private long askedAt = System.nanoTime() - LIFETIME_NANOS;

    RecentDepths(Supplier<List<QueueDepth>> depths) {
        this.depths = depths;
    }

    /** Empty while the database cannot be asked. */
    synchronized Optional<QueueDepth> of(Queue queue) {
        if (System.nanoTime() - askedAt >= LIFETIME_NANOS) {
            askedAt = System.nanoTime();
            known = ask();
        }
        return known.stream().filter(depth -> depth.queue() == queue).findFirst();
    }

    private List<QueueDepth> ask() {
        try {
            return depths.get();
        } catch (PortFailure unknown) {
            return List.of();
        }
    }
}
