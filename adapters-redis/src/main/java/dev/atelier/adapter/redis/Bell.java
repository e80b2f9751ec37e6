package dev.atelier.adapter.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A bell that is rung on a thread of its own, so that nobody who rings waits for Redis. Of all rings that are wanted while it
 * is rung, and a moment after, one is enough: it says no more than that there is something.
 */
final class Bell {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    /** One ring in so long: a burst of jobs costs Redis a thousand rings a second, not one for each. */
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final String name;
    private final Runnable pull;

    /** How many have come since nobody rang. */
    private final AtomicInteger wanted = new AtomicInteger();

    private volatile boolean broken;

    /** @param pull rings it once */
    Bell(String name, Runnable pull) {
        this.name = name;
        this.pull = pull;
    }

    void ring() {
        if (wanted.getAndIncrement() == 0) {
            Thread.ofVirtual().name("ring-" + name).start(this::pullForAll);
        }
    }

    private void pullForAll() {
        int served;
        do {
            served = wanted.get();
            pull();
            LockSupport.parkNanos(MOMENT.toNanos());
        } while (!wanted.compareAndSet(served, 0));
    }

    private void pull() {
        try {
            pull.run();
            broken = false;
        } catch (RuntimeException e) {
            LOG.atLevel(broken ? Level.DEBUG : Level.WARN)
                    .log("the bell of {} is broken, workers look for themselves: {}", name, e.getMessage());
            broken = true;
        }
    }
}
