package dev.atelier.domain.workflow;

import dev.atelier.domain.value.Value;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A question about a run that is answered by yes or no. All that it can do is compare. */
public sealed interface Condition {

    /**
     * The answer. Looks at no more references than it needs, from left to right.
     *
     * @param resolve what references stand for
     */
    boolean holds(Function<Reference, Value> resolve);

    List<Reference> references();

    /** {@code left == right}. */
    record Compared(Operand left, Comparison comparison, Operand right) implements Condition {
        @Override
        public boolean holds(Function<Reference, Value> resolve) {
            return comparison.holds(left.side(resolve), right.side(resolve));
        }

        @Override
        public List<Reference> references() {
            return Stream.of(left, right)
                    .flatMap(operand -> operand.references().stream())
                    .toList();
        }
    }

    /** A value that stands for yes or no on its own: neither {@code false}, nor 0, nor empty. */
    record Truth(Operand operand) implements Condition {
        @Override
        public boolean holds(Function<Reference, Value> resolve) {
            return operand.side(resolve).isTrue();
        }

        @Override
        public List<Reference> references() {
            return operand.references();
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Function<Reference, Value> resolve) {
            return !condition.holds(resolve);
        }

        @Override
        public List<Reference> references() {
            return condition.references();
        }
    }

    /** {@code AND}. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Function<Reference, Value> resolve) {
            return conditions.stream().allMatch(condition -> condition.holds(resolve));
        }

        @Override
        public List<Reference> references() {
            return conditions.stream()
                    .flatMap(condition -> condition.references().stream())
                    .toList();
        }
    }

    /** {@code OR}. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Function<Reference, Value> resolve) {
            return conditions.stream().anyMatch(condition -> condition.holds(resolve));
        }

        @Override
        public List<Reference> references() {
            return conditions.stream()
                    .flatMap(condition -> condition.references().stream())
                    .toList();
        }
    }
}
