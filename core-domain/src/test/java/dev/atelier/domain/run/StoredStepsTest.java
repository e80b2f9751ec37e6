package dev.atelier.domain.run;

import static dev.atelier.domain.workflow.Drawing.data;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Drawing;
import dev.atelier.domain.workflow.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Test
    void what_is_done_stays_and_the_steps_of_a_loop_are_done_with_it() {
        var graph = new Drawing()
                .node("start", "start", ObjectValue.EMPTY)
                .node("loop", "loop", data("iterations", Value.of(2)))
                .text("body", "{{loop.iteration}}")
                .text("text", "x")
                .text("failed", "x")
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "loop")
                .edge("loop", "body", "body")
                .edge("body", "loop")
                .edge("loop", "done", "text")
                .edge("text", "failed")
                .edge("failed", "finish")
                .graph();
        var loop = step("loop", 0).await(ObjectValue.EMPTY);
        var body = completed(step("body", 2));
        var text = completed(step("text", 0));
        var under = new StoredSteps(List.of(completed(step("start", 0)), loop, body));
        var over = under.with(List.of(completed(loop), text, step("failed", 0).fail("no", NOW)));

        assertEquals(nodes("start"), nodes(under.done(graph)));
        assertEquals(nodes("start", "loop", "body", "text"), nodes(over.done(graph)));
        assertEquals(Optional.of(body), over.done(graph).find(body.id()));
    }

    private static Set<NodeId> nodes(String... names) {
        return Stream.of(names).map(NodeId::new).collect(Collectors.toSet());
    }

    private static Set<NodeId> nodes(StoredSteps steps) {
        return steps.all().stream().map(Step::nodeId).collect(Collectors.toSet());
    }

    private static Step completed(Step step) {
        return step.complete(ObjectValue.EMPTY, Usage.NONE, NOW);
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
