package dev.atelier.domain.run;

import dev.atelier.domain.value.Value.ObjectValue;
import java.time.Instant;

/**
 * Something that happened in a run.
 *
 * @param number grows by one within the run, from 1
 */
public record RunEvent(long number, Type type, ObjectValue data, Instant at) {

    /** What happened. */
    public enum Type {
        RUN_QUEUED("run.queued"),
        RUN_STARTED("run.started"),
        STEP_STARTED("step.started"),
        STEP_COMPLETED("step.completed"),
        STEP_FAILED("step.failed"),
        STEP_RETRYING("step.retrying"),
        RUN_WAITING_FOR_REVIEW("run.waiting_for_review"),
        RUN_PAUSED("run.paused"),
        RUN_RESUMED("run.resumed"),
        RUN_COMPLETED("run.completed"),
        RUN_FAILED("run.failed"),
        RUN_STOPPED("run.stopped");

        private final String name;

        Type(String name) {
            this.name = name;
        }

        /** As it is spelled outside. */
        @Override
        public String toString() {
            return name;
        }

        /**
         * The type of that spelling.
         *
         * @throws IllegalArgumentException when nothing is spelled so
         */
        public static Type parse(String name) {
            for (var type : values()) {
                if (type.name.equals(name)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("no event type: " + name);
        }
    }
}
