package dev.atelier.local;

import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Servers that start side by side. When this is closed before it has succeeded, those that did start are stopped. */
final class Startup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();
    private final Consumer<String> progress;
    private boolean succeeded;

    Startup(Consumer<String> progress) {
        this.progress = progress;
    }

    /** Begins to start a server. */
    <T extends AutoCloseable> Future<T> begin(String name, Callable<T> start) {
        long begun = System.nanoTime();
        return threads.submit(() -> {
            T server = start.call();
            started.push(server);
            progress.accept("%s is ready after %.1f s".formatted(name, (System.nanoTime() - begun) / 1e9));
            return server;
        });
    }

    /** Waits for a server; throws what it threw. */
    <T> T await(Future<T> server) {
        try {
            return server.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new LocalServerException("A server did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while the servers started", e);
        }
    }

    /** From now on somebody else stops the servers. */
    void succeed() {
        succeeded = true;
    }

    @Override
    public void close() {
        threads.close();
        if (succeeded) {
            return;
        }
        for (AutoCloseable server : started) {
            try {
                server.close();
            } catch (Exception e) {
                LOG.warn("A server could not be stopped", e);
            }
        }
    }
}
