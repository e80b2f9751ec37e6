package dev.atelier.port.in.run;

import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.workflow.NodeId;
import java.time.Duration;
import java.util.List;

/**
 * The events of a run, each once, in their order, without gaps; between them pieces of text that are told as they come and
 * kept nowhere. For one thread. Between calls it holds no connection to the database.
 */
public interface RunEventStream extends AutoCloseable {

    /**
     * Waits for what comes next, {@code patience} at the most.
     *
     * @return what came, in its order; nothing when the time is over
     * @throws dev.atelier.domain.error.DomainException.NotFound when the run has been removed meanwhile
     * @throws dev.atelier.port.PortFailure when the database cannot be asked; the call may be repeated, and misses
     *     nothing
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    List<Item> next(Duration patience) throws InterruptedException;

    /** Whether the last event of the run has been given. */
    boolean isFinished();

    @Override
    void close();

    /** What comes. */
    sealed interface Item {}

    record Event(RunEvent event) implements Item {}

    /**
     * A piece of the text that a step is writing.
     *
     * @param iteration which pass of the loop that the node is in, from 0
     */
    record Token(NodeId node, int iteration, String text) implements Item {}
}
