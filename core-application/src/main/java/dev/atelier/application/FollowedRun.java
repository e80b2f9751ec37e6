package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.StringValue;
import dev.atelier.port.in.run.RunEventStream;
import dev.atelier.port.out.run.RunEventFeed;
import dev.atelier.port.out.run.RunEventFeed.MoreEvents;
import dev.atelier.port.out.run.RunEventFeed.Notice;
import dev.atelier.port.out.run.RunRepository;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads events from their table whenever the feed, or the watch, says that there are more. */
final class FollowedRun implements RunEventStream, RunWatch.Follower {

    private static final int BATCH = 200;
    private static final int NOTICES_KEPT = 1_000;

    private final RunRepository runs;
    private final UserId owner;
    private final RunId run;
    private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>(NOTICES_KEPT);
    private final RunWatch watch;
    private final RunEventFeed.Subscription subscription;

    private final Set<String> ended = new HashSet<>();

    private volatile long last;
    private volatile boolean gone;
    private boolean mayHaveMore = true;
    private boolean finished;

    FollowedRun(RunRepository runs, RunEventFeed feed, RunWatch watch, Run followed, long after) {
        this.runs = runs;
        this.owner = followed.owner();
        this.run = followed.id();
        this.last = after;
        this.finished = followed.status().isFinal() && after >= followed.lastEvent();
        this.watch = watch;
        this.subscription = feed.subscribe(run, this::hear);
        watch.add(this);
    }

    @Override
    public RunId run() {
        return run;
    }

    @Override
    public void look(Optional<Long> newest) {
        gone = newest.isEmpty();
        if (newest.orElse(Long.MAX_VALUE) > last) {
            hear(new MoreEvents());
        }
    }

    /** Called by the feed. A follower that is too slow loses pieces of text, never events: those are looked for anyway. */
    private void hear(Notice notice) {
        if (!notices.offer(notice)) {
            notices.clear();
            notices.offer(new MoreEvents());
        }
    }

    @Override
    public List<Item> next(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!finished) {
            if (mayHaveMore) {
                var events = read();
                if (!events.isEmpty()) {
                    return events;
                }
            }
            if (gone) {
                throw new DomainException.NotFound("run");
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return List.of();
            }
            var notice = notices.poll(left, TimeUnit.NANOSECONDS);
            if (notice instanceof RunEventFeed.Token token) {
                if (!ended.contains(token.node().value())) {
                    return List.of(new Token(token.node(), token.iteration(), token.text()));
                }
                continue;
            }
            mayHaveMore = notice != null;
        }
        return List.of();
    }

    private List<Item> read() {
        var events = runs.events(owner, run, last, BATCH);
        mayHaveMore = events.size() == BATCH;
        if (!events.isEmpty()) {
            last = events.getLast().number();
            finished = !mayHaveMore && endsTheRun(events.getLast());
            events.forEach(this::noteSteps);
        }
        return events.stream().<Item>map(Event::new).toList();
    }

    /** Text of a step comes by another way than its events; what is late by the time the step has ended is not told any more. */
    private void noteSteps(RunEvent event) {
        if (event.data().field("nodeId").orElse(NullValue.NULL) instanceof StringValue node) {
            switch (event.type()) {
                case STEP_STARTED -> ended.remove(node.value());
                case STEP_COMPLETED, STEP_FAILED, STEP_RETRYING -> ended.add(node.value());
                default -> {}
            }
        }
    }

    private static boolean endsTheRun(RunEvent event) {
        return switch (event.type()) {
            case RUN_COMPLETED, RUN_FAILED, RUN_STOPPED -> true;
            default -> false;
        };
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public void close() {
        watch.remove(this);
        subscription.close();
    }
}
