package dev.atelier.domain.workflow;

import dev.atelier.domain.value.Value;
import java.util.List;
import java.util.function.Function;

/** Something in a condition that stands for a value. */
public sealed interface Operand {

    List<Reference> references();

    Comparison.Side side(Function<Reference, Value> resolve);

    /** A value that the author wrote down. */
    record Constant(Value value, boolean isQuoted) implements Operand {
        @Override
        public List<Reference> references() {
            return List.of();
        }

        @Override
        public Comparison.Side side(Function<Reference, Value> resolve) {
            return new Comparison.Side(value, isQuoted);
        }
    }

    /** The value of a reference, of whatever kind it is. */
    record Referred(Reference reference) implements Operand {
        @Override
        public List<Reference> references() {
            return List.of(reference);
        }

        @Override
        public Comparison.Side side(Function<Reference, Value> resolve) {
            return new Comparison.Side(resolve.apply(reference), false);
        }
    }

    /** A text with references in it. */
    record Rendered(Template template) implements Operand {
        @Override
        public List<Reference> references() {
            return template.references();
        }

        @Override
        public Comparison.Side side(Function<Reference, Value> resolve) {
            return new Comparison.Side(Value.of(template.render(resolve)), false);
        }
    }

    /** What a text of the definition stands for: one reference, a text with references in it, or itself. */
    static Operand of(String text, boolean isQuoted) {
        var template = Template.parse(text);
        var references = template.references();
        if (references.isEmpty()) {
            return new Constant(Value.of(text), isQuoted);
        }
        return references.getFirst().source().equals(text.strip())
                ? new Referred(references.getFirst())
                : new Rendered(template);
    }
}
