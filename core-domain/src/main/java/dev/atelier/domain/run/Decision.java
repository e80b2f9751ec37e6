package dev.atelier.domain.run;

import java.util.List;

/**
 * What becomes of a run next.
 *
 * @param begin the steps that workers are to take up now, in the order of the definition; some have been stored before, see
 *     {@link Step#again()}
 * @param skip the steps that the run passes by, not stored as such yet
 */
public record Decision(List<StepId> begin, List<StepId> skip, Outcome outcome) {

    public Decision {
        begin = List.copyOf(begin);
        skip = List.copyOf(skip);
    }

    /** Where the run is once all of that has been stored. */
    public enum Outcome {
        /** Steps are in hand. */
        UNDER_WAY,
        /** Nothing goes on until a person has decided. */
        WAITING_FOR_REVIEW,
        /** Every step has finished or been skipped. */
        COMPLETED,
        /** A step has failed; those in hand may still finish, and no other begins. */
        FAILED
    }
}
