package dev.atelier.domain.run;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of a workflow as people think of it: things one after another, with branches, forks and loops in them. */
sealed interface Part {

    String id();

    /** The parts within it. */
    List<List<Part>> inner();

    record Mention(String id, String field) {
        @Override
        public String toString() {
            return "{{%s.%s}}".formatted(id, field);
        }
    }

    record Write(String id, List<Mention> mentions) implements Part {
        @Override
        public List<List<Part>> inner() {
            return List.of();
        }

        String prompt() {
            return mentions.stream().map(Mention::toString).collect(Collectors.joining("|", "write ", ""));
        }
    }

    record Ask(String id, String about) implements Part {
        @Override
        public List<List<Part>> inner() {
            return List.of();
        }
    }

    /** Goes the one way when what {@code about} wrote has the {@code sign} in it, and otherwise the other. */
    record Choose(String id, String about, String sign, List<Part> yes, List<Part> no) implements Part {
        @Override
        public List<List<Part>> inner() {
            return List.of(yes, no);
        }

        String condition() {
            return "{{%s.content}} contains '%s'".formatted(about, sign);
        }
    }

    record Fork(String id, List<List<Part>> arms) implements Part {
        @Override
        public List<List<Part>> inner() {
            return arms;
        }
    }

    /**
     * Goes round.
     *
     * @param isDrawnBack whether there is an edge from the end of the body to the loop
     */
    record Repeat(String id, Rule rule, List<Part> body, boolean isDrawnBack) implements Part {
        @Override
        public List<List<Part>> inner() {
            return List.of(body);
        }
    }

    sealed interface Rule {
        record Times(int count) implements Rule {}

        record Items(String of) implements Rule {}

        /** Until what {@code about}, which is in the body, wrote has the {@code sign} in it, or there were {@code most} passes. */
        record Until(String about, String sign, int most) implements Rule {}

        record Below(int count) implements Rule {}
    }

    /** It and all parts within it. */
    default Stream<Part> all() {
        return Stream.concat(
                Stream.of(this), inner().stream().flatMap(List::stream).flatMap(Part::all));
    }

    /** It and the parts within it that are in no loop further. */
    default Stream<Part> level() {
        return this instanceof Repeat
                ? Stream.of(this)
                : Stream.concat(
                        Stream.of(this), inner().stream().flatMap(List::stream).flatMap(Part::level));
    }
}
