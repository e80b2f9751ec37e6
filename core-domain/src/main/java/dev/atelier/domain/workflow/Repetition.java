package dev.atelier.domain.workflow;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;

/** How often a loop goes round. */
public sealed interface Repetition {

    List<Reference> references();

    /** Once for each item of a list. */
    record ForEach(Reference list) implements Repetition {
        @Override
        public List<Reference> references() {
            return List.of(list);
        }
    }

    /**
     * As long as the condition holds, which is asked before each pass; when it refers to the body of the loop, then not
     * before the first, which nothing is known of yet.
     */
    record While(Condition condition) implements Repetition {
        @Override
        public List<Reference> references() {
            return condition.references();
        }
    }

    /** So many times: a whole number from 0 to {@value ControlNode.Loop#MOST_PASSES}, or a reference to one. */
    record Times(Template count) implements Repetition {

        private static final int LONGEST_COUNT = 10;

        /** The number that {@code rendered} reads as; empty when it is none of those. */
        public static OptionalInt count(String rendered) {
            return Numbers.read(rendered.strip(), LONGEST_COUNT)
                    .map(BigDecimal::stripTrailingZeros)
                    .filter(number -> number.scale() <= 0 && number.signum() >= 0)
                    .filter(number -> number.compareTo(BigDecimal.valueOf(ControlNode.Loop.MOST_PASSES)) <= 0)
                    .map(number -> OptionalInt.of(number.intValueExact()))
                    .orElse(OptionalInt.empty());
        }

        @Override
        public List<Reference> references() {
            return count.references();
        }
    }
}
