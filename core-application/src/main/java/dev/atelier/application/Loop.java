package dev.atelier.application;

import dev.atelier.port.PortFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Does something again and again on a thread of its own, whatever goes wrong, until it is closed. */
final class Loop implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Loop.class.getName());
    private static final Backoff AFTER_FAILURE = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2));
    private static final Duration END = Duration.ofSeconds(5);

    /** One round of it. */
    @FunctionalInterface
    interface Round {
        void go() throws InterruptedException;
    }

    private final String name;
    private final Round round;
    private final Thread thread;
    private volatile boolean open = true;

    private Loop(String name, Round round) {
        this.name = name;
        this.round = round;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /** Round after round; a round waits by itself for something to do. */
    static Loop start(String name, Round round) {
        var loop = new Loop(name, round);
        loop.thread.start();
        return loop;
    }

    /** A round at once, and then one after each {@code interval}. */
    static Loop every(Duration interval, String name, Runnable round) {
        return start(name, () -> {
            round.run();
            Thread.sleep(interval);
        });
    }

    private void run() {
        int failures = 0;
        while (open) {
            try {
                if (failures > 0) {
                    Thread.sleep(AFTER_FAILURE.after(failures));
                }
                round.go();
                failures = 0;
            } catch (InterruptedException closed) {
                return;
            } catch (PortFailure e) {
                failures++;
                LOG.log(failures == 1 ? Level.WARNING : Level.DEBUG, () -> "%s: %s".formatted(name, e.getMessage()));
            } catch (RuntimeException e) {
                failures++;
                LOG.log(Level.ERROR, name + " failed; it goes on", e);
            }
        }
    }

    /** Interrupts the round under way, and waits a little for its end. */
    @Override
    public void close() {
        open = false;
        thread.interrupt();
        try {
            thread.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
