package dev.atelier.adapter.http;

import dev.atelier.port.in.run.RunEventStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The event streams that are open: they wait here, and are woken to end when the server stops. */
final class EventStreams {

    private final Set<Thread> waiting = new HashSet<>();
    private final AtomicInteger open = new AtomicInteger();
    private boolean closed;

    /** A stream begins; it is counted until {@link #ended}. */
    void begun() {
        open.incrementAndGet();
    }

    void ended() {
        open.decrementAndGet();
    }

    /** How many are open. */
    int count() {
        return open.get();
    }

    /**
     * What comes next.
     *
     * @throws InterruptedException when the server stops
     */
    List<RunEventStream.Item> await(RunEventStream stream, Duration patience) throws InterruptedException {
        return waiting(() -> stream.next(patience));
    }

    /**
     * Does nothing for a while.
     *
     * @throws InterruptedException when the server stops
     */
    void pause(Duration duration) throws InterruptedException {
        waiting(() -> {
            Thread.sleep(duration);
            return true;
        });
    }

    private <T> T waiting(Wait<T> wait) throws InterruptedException {
        begin();
        try {
            return wait.get();
        } finally {
            end();
        }
    }

    private synchronized void begin() throws InterruptedException {
        if (closed) {
            throw new InterruptedException("the server stops");
        }
        waiting.add(Thread.currentThread());
    }

    /** An interruption is meant for the wait alone: what is written after it must not suffer. */
    private synchronized void end() {
        waiting.remove(Thread.currentThread());
        if (closed) {
            Thread.interrupted();
        }
    }

    synchronized void close() {
        closed = true;
        waiting.forEach(Thread::interrupt);
    }

    @FunctionalInterface
    private interface Wait<T> {
        T get() throws InterruptedException;
    }
}
