package dev.atelier.domain.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A node that needs nothing from outside: it decides which way a run takes. */
public sealed interface ControlNode extends Node {

    /** Takes one of two branches. */
    record Conditional(NodeId id, String label, Condition condition) implements ControlNode {
        public static final String TYPE = "conditional";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public List<Reference> references() {
            return condition.references();
        }

        @Override
        public Set<String> outputFields() {
            return Set.of("result", "branch");
        }
    }

    /**
     * Repeats what its {@link Outlet#BODY} leads to.
     *
     * @param maxPasses at which it ends, whatever else is said; 1 to {@value #MOST_PASSES}
     */
    record Loop(NodeId id, String label, Repetition repetition, int maxPasses) implements ControlNode {
        public static final String TYPE = "loop";
        public static final int MOST_PASSES = 1_000;

        /** What the nodes of its body see of it. */
        public static final Set<String> FIELDS_INSIDE = Set.of("iteration", "item");

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public List<Reference> references() {
            return repetition.references();
        }

        /** What the nodes after it see of it. */
        @Override
        public Set<String> outputFields() {
            return Set.of("results", "iterations_completed");
        }
    }

    /** Forks: what it leads to runs side by side. */
    record Parallel(NodeId id, String label) implements ControlNode {
        public static final String TYPE = "parallel";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public List<Reference> references() {
            return List.of();
        }

        @Override
        public Set<String> outputFields() {
            return Set.of();
        }
    }

    /**
     * Waits for a person.
     *
     * @param content what the person is shown
     * @param criteria what the person is asked to look at; blank for nothing special
     */
    record Review(NodeId id, String label, Optional<Reference> content, Template criteria) implements ControlNode {
        public static final String TYPE = "review";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public List<Reference> references() {
            return Stream.concat(content.stream(), criteria.references().stream())
                    .toList();
        }

        @Override
        public Set<String> outputFields() {
            return Set.of("decision", "comment");
        }
    }
}
