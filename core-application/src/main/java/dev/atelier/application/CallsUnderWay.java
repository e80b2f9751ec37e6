package dev.atelier.application;

import dev.atelier.domain.run.RunId;
import dev.atelier.port.out.run.RunRepository;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The calls that this process waits for. Whoever stops a run tells nobody but the database; so it is asked, for all calls at
 * once and while there are any, which of their runs have been stopped, and those calls are cut off.
 */
final class CallsUnderWay {

    /** A call goes on that long at the most after its run was stopped, and as long again as that takes to find out. */
    static final Duration INTERVAL = Duration.ofSeconds(1);

    private final RunRepository runs;
    private final Set<Watched> calls = ConcurrentHashMap.newKeySet();

    CallsUnderWay(RunRepository runs) {
        this.runs = runs;
    }

    /**
     * This thread makes a call.
     *
     * @param run that it is made for; one that is made for none is watched by nobody
     */
    Watched begin(Optional<RunId> run) {
        var watched = new Watched(run, Thread.currentThread());
        if (run.isPresent()) {
            calls.add(watched);
        }
        return watched;
    }

    void cutOffStopped() {
        var watched = calls.stream().flatMap(call -> call.run.stream()).collect(Collectors.toUnmodifiableSet());
        if (!watched.isEmpty()) {
            var stopped = runs.stopped(watched);
            calls.stream()
                    .filter(call -> call.run.filter(stopped::contains).isPresent())
                    .forEach(Watched::cutOff);
        }
    }

    /** A call, while it is made. */
    final class Watched {

        private final Optional<RunId> run;
        private final Thread thread;
        private boolean ended;
        private boolean cutOff;

        private Watched(Optional<RunId> run, Thread thread) {
            this.run = run;
            this.thread = thread;
        }

        private synchronized void cutOff() {
            if (!ended && !cutOff) {
                cutOff = true;
                thread.interrupt();
            }
        }

        /**
         * It is over. What is done after it is not interrupted any more because the run was stopped.
         *
         * @return whether it was cut off
         */
        synchronized boolean end() {
            if (!ended) {
                ended = true;
                calls.remove(this);
                if (cutOff) {
                    Thread.interrupted();
                }
            }
            return cutOff;
        }
    }
}
