package dev.atelier.testkit.memory;

import dev.atelier.domain.run.RunId;
import dev.atelier.port.out.run.RunEventFeed;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Calls every listener on one thread, which ends by itself when there is nothing to tell. */
final class InMemoryRunEventFeed implements RunEventFeed {

    private static final System.Logger LOG = System.getLogger(InMemoryRunEventFeed.class.getName());
    private static final int MOST_NOTICES = 10_000;

    private final Map<RunId, List<Follower>> followers = new ConcurrentHashMap<>();
    private final Executor teller = teller();

    /** When listeners do not keep up, the oldest notices are lost, as the port allows. */
    private static Executor teller() {
        var executor = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_NOTICES),
                Thread.ofPlatform().name("run-event-feed").daemon().factory(),
                new ThreadPoolExecutor.DiscardOldestPolicy());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    @Override
    public void publish(RunId run, Notice notice) {
        var listening = followers.getOrDefault(run, List.of());
        if (!listening.isEmpty()) {
            teller.execute(() -> listening.forEach(follower -> follower.tell(notice)));
        }
    }

    @Override
    public Subscription subscribe(RunId run, Listener listener) {
        var follower = new Follower(listener);
        followers.compute(run, (id, before) -> {
            var all = before == null ? new CopyOnWriteArrayList<Follower>() : before;
            all.add(follower);
            return all;
        });
        return () -> {
            follower.close();
            followers.computeIfPresent(run, (id, all) -> {
                all.remove(follower);
                return all.isEmpty() ? null : all;
            });
        };
    }

    /** A subscription. Identity is what makes two of them different, so this is no record. */
    private static final class Follower {

        private final Listener listener;
        private volatile boolean closed;

        Follower(Listener listener) {
            this.listener = listener;
        }

        void tell(Notice notice) {
            if (closed) {
                return;
            }
            try {
                listener.accept(notice);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a listener of a run failed", e);
            }
        }

        void close() {
            closed = true;
        }
    }
}
