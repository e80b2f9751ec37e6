package dev.atelier.bootstrap;

import dev.atelier.port.out.health.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Examinations that go on at the same time, and whose findings are told in the order in which they were begun. */
final class Examinations {

    /** @param findings waits for them; throws what the examination has thrown */
    record Examination(String name, Supplier<List<Finding>> findings) {}

    private final List<Examination> begun = new ArrayList<>();
    private final long deadline;

    /** @param patience how long all of them may take together */
    Examinations(Duration patience) {
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    void begin(String name, Supplier<List<Finding>> examination) {
        var task = new FutureTask<>(examination::get);
        Thread.ofVirtual().name("examine-" + name).start(task);
        begun.add(new Examination(name, () -> await(task)));
    }

    /** The first that was begun first. */
    List<Examination> begun() {
        return List.copyOf(begun);
    }

    private List<Finding> await(FutureTask<List<Finding>> task) {
        try {
            return task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            task.cancel(true);
            return List.of(Finding.fault("took too long to answer", "Try again; look at the service if it stays so"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Finding.fault("was interrupted", "Try again"));
        }
    }
}
