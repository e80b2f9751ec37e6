package dev.atelier.domain.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredStepsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final Step first = step("a", 0);
    private final StoredSteps before = new StoredSteps(List.of(first, step("b", 0)));

    @Test
    void changed_steps_stand_in_place_of_what_they_were_and_new_ones_beside_them() {
        var begun = first.begin(NOW);
        var added = step("b", 1);
        var after = before.with(List.of(begun, added));

        assertEquals(Optional.of(begun), after.find(begun.id()));
        assertEquals(Optional.of(step("b", 0)), after.find(step("b", 0).id()));
        assertEquals(Optional.of(added), after.find(added.id()));
    }

    @Test
    void what_was_there_before_does_not_change() {
        before.with(List.of(first.begin(NOW), step("b", 1)));

        assertEquals(Optional.of(first), before.find(first.id()));
        assertEquals(Optional.empty(), before.find(step("b", 1).id()));
    }

    private static Step step(String node, int iteration) {
        return new Step(
                new NodeId(node),
                iteration,
                "text_generation",
                node,
                StepStatus.PENDING,
                0,
                Optional.empty(),
                Optional.empty(),
                ObjectValue.EMPTY,
                Optional.empty(),
                Usage.NONE);
    }
}
