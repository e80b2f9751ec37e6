package dev.atelier.port.out.job;

import dev.atelier.domain.job.Claim;
import java.time.Duration;

/** Watches what happens to jobs, for logs and figures. Its calls return at once and never throw. */
public interface JobObserver {

    /** Looks away. */
    JobObserver NOBODY = new JobObserver() {};

    /** A job begins on this thread, and is in hand until the scope is closed, on the same thread. */
    default Scope begin(Claim claim) {
        return () -> {};
    }

    /**
     * An attempt has ended.
     *
     * @param took how long the attempt took, what it waited for before not counted
     */
    default void ended(Claim claim, Outcome outcome, Duration took) {}

    /** Jobs were taken from workers that gave no sign of life. */
    default void takenOver(int jobs) {}

    /** A round of looking for what was left behind has been made, and so many old records were removed. */
    default void swept(int removed) {}

    /** Ends with {@link #close()}. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** How an attempt ends. */
    enum Outcome {
        DONE,

        /** It failed, and will be tried again. */
        RETRIED,

        /** It failed for the last time. */
        DEAD,

        /** It was not finished when the worker stopped. */
        GIVEN_BACK,

        /** Somebody else has it now, or it was cancelled. */
        LOST,

        /** How it ended could not be stored; it will be taken over. */
        UNKNOWN
    }
}
