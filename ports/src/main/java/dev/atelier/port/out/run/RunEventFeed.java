package dev.atelier.port.out.run;

import dev.atelier.domain.run.RunId;
import dev.atelier.domain.workflow.NodeId;

/**
 * Tells every process that watches a run that something has happened in it. The feed promises nothing but speed: what is
 * published may be lost, and arrive late or twice. The events themselves are in {@link RunRepository}.
 */
public interface RunEventFeed {

    /**
     * Tells the subscribers of {@code run}. Nobody listening is success.
     *
     * @throws dev.atelier.port.PortFailure.Retryable when it cannot be told now
     */
    void publish(RunId run, Notice notice);

    /**
     * Has {@code listener} called with each notice of {@code run} from now on, until the subscription is closed. It is
     * called on a thread of the feed, one notice at a time, and must return at once. While the feed's connection is down
     * there are no notices; when it is back they come again, and each listener gets a {@link MoreEvents} because it may
     * have missed some.
     *
     * @return the subscription; never an exception because the feed is down
     */
    Subscription subscribe(RunId run, Listener listener);

    /** What is told. */
    sealed interface Notice {}

    /** There may be events with higher numbers than before. */
    record MoreEvents() implements Notice {}

    /**
     * A model has written a piece of the text of a step.
     *
     * @param text the piece, to be put behind those before it
     */
    record Token(NodeId node, int iteration, String text) implements Notice {}

    /** Is told. */
    @FunctionalInterface
    interface Listener {
        void accept(Notice notice);
    }

    /** Ends with {@link #close()}, which may be called again. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
