package dev.atelier.application;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.RunEventFeed;
import java.util.function.Consumer;

/** Tells the followers of a run what a step is writing. When they cannot be told, the step goes on all the same. */
final class LiveText implements Consumer<String> {

    private final RunEventFeed feed;
    private final StepWork work;
    private boolean silent;

    LiveText(RunEventFeed feed, StepWork work) {
        this.feed = feed;
        this.work = work;
    }

    @Override
    public void accept(String piece) {
        if (silent) {
            return;
        }
        try {
            var step = work.step();
            feed.publish(work.run().id(), new RunEventFeed.Token(step.nodeId(), step.iteration(), piece));
        } catch (PortFailure unreachable) {
            silent = true; // a time-out for every word would hold up the step; the text is in its last event anyway
        }
    }
}
