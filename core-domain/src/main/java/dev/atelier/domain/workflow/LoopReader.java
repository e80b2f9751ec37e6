package dev.atelier.domain.workflow;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.NumberValue;
import dev.atelier.domain.value.Value.StringValue;
import java.util.Optional;

/** Reads a loop. When it says several things about how often it goes round, a list counts before a condition, and that before a number. */
final class LoopReader {

    /** Stands in for what cannot be read. */
    private static final Repetition NEVER = new Repetition.Times(Template.EMPTY);

    private final NodeId id;
    private final String label;
    private final DataReader data;

    LoopReader(NodeId id, String label, DataReader data) {
        this.id = id;
        this.label = label;
        this.data = data;
    }

    ControlNode.Loop read() {
        int most = data.wholeNumber(1, ControlNode.Loop.MOST_PASSES, "maxIterations", "max_iterations")
                .orElse(ControlNode.Loop.MOST_PASSES);
        return new ControlNode.Loop(id, label, repetition(), most);
    }

    private Repetition repetition() {
        return list().or(this::condition).or(this::times).orElseGet(() -> {
            data.missing("iterations", "is required, or \"condition\", or \"collection\"");
            return NEVER;
        });
    }

    private Optional<Repetition> list() {
        return data.filled("collection")
                .map(ignored -> data.text("collection")
                        .<Repetition>map(text -> new Repetition.ForEach(Reference.whole(text)))
                        .orElse(NEVER));
    }

    private Optional<Repetition> condition() {
        return data.filled("condition").map(ignored -> new Repetition.While(data.requiredCondition("condition")));
    }

    private Optional<Repetition> times() {
        return data.filled("iterations").map(value -> new Repetition.Times(count(value)));
    }

    private Template count(Value written) {
        if (written instanceof StringValue text) {
            var template = Template.parse(text.value().strip());
            if (!template.references().isEmpty()
                    || Repetition.Times.count(template.toString()).isPresent()) {
                return template;
            }
        } else if (written instanceof NumberValue) {
            return Template.parse(String.valueOf(data.wholeNumber(0, ControlNode.Loop.MOST_PASSES, "iterations")
                    .orElse(0)));
        }
        data.invalid(
                "iterations",
                "must be a whole number from 0 to %d, or refer to one".formatted(ControlNode.Loop.MOST_PASSES));
        return Template.EMPTY;
    }
}
