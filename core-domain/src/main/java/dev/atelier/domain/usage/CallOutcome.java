package dev.atelier.domain.usage;

import dev.atelier.domain.run.ModelUsage;

/** What became of a call. */
public sealed interface CallOutcome {

    /** It was answered. */
    record Paid(ModelUsage usage) implements CallOutcome {}

    /** It was refused, or could not be made: it has cost nothing. */
    record Free() implements CallOutcome {}

    /** Its answer was lost: it may have cost as much as was reserved. */
    record Unknown() implements CallOutcome {}
}
