package dev.atelier.domain.run;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.ControlNode;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.Reference;
import dev.atelier.domain.workflow.Repetition;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says whether a loop goes round once more, and gathers what its passes gave. */
final class LoopProgress {

    private final WorkflowGraph graph;
    private final StoredSteps steps;
    private final RunScope scope;
    private final ControlNode.Loop node;
    private final Step loop;
    private final int passesDone;

    LoopProgress(WorkflowGraph graph, StoredSteps steps, RunScope scope, ControlNode.Loop node, Step loop) {
        this.graph = graph;
        this.steps = steps;
        this.scope = scope;
        this.node = node;
        this.loop = loop;
        this.passesDone = LoopTurn.pass(loop).orElse(-1) + 1;
    }

    LoopTurn turn() {
        return nextItem()
                .filter(item -> passesDone < node.maxPasses())
                .<LoopTurn>map(item -> new LoopTurn.Pass(ObjectValue.EMPTY
                        .with("iteration", Value.of(passesDone))
                        .with("item", item)))
                .orElseGet(() -> new LoopTurn.End(ObjectValue.EMPTY
                        .with("results", results())
                        .with("iterations_completed", Value.of(passesDone))));
    }

    /** What the next pass is about; empty when there is none. */
    private Optional<Value> nextItem() {
        return switch (node.repetition()) {
            case Repetition.ForEach forEach ->
                items(forEach.list()).stream().skip(passesDone).findFirst();
            case Repetition.While loops ->
                number(isUnknown(loops) || loops.condition().holds(this::ownOrOther));
            case Repetition.Times times -> number(passesDone < count(times));
        };
    }

    private Optional<Value> number(boolean goesOn) {
        return goesOn ? Optional.of(Value.of(passesDone)) : Optional.empty();
    }

    private List<Value> items(Reference reference) {
        var value = scope.resolve(reference);
        if (value instanceof ListValue list) {
            return list.values();
        }
        if (value.text().isBlank()) {
            return List.of(); // it was skipped
        }
        throw new UnresolvedReferenceException("%s stands for something that is no list".formatted(reference.source()));
    }

    private int count(Repetition.Times times) {
        var rendered = times.count().render(scope::resolve);
        if (rendered.isBlank()) {
            return 0; // it was skipped
        }
        return Repetition.Times.count(rendered)
                .orElseThrow(() ->
                        new UnresolvedReferenceException("%s stands for something that is no whole number from 0 to %d"
                                .formatted(times.count(), ControlNode.Loop.MOST_PASSES)));
    }

    /** Before the first pass nothing is known of what the condition asks about. */
    private boolean isUnknown(Repetition.While loops) {
        return passesDone == 0
                && loops.references().stream()
                        .flatMap(reference -> graph.target(reference).stream())
                        .anyMatch(graph.nesting().body(node.id())::contains);
    }

    /** A loop that asks about itself asks about the pass to come. */
    private Value ownOrOther(Reference reference) {
        return graph.target(reference).filter(node.id()::equals).isPresent()
                ? Value.of(passesDone)
                : scope.resolve(reference);
    }

    private Value results() {
        var body = graph.executionOrder().stream()
                .filter(graph.nesting().body(node.id())::contains)
                .filter(id -> !decidesTheWay(graph.node(id)))
                .toList()
                .reversed();
        return Value.of(IntStream.range(0, passesDone)
                .mapToObj(pass -> result(body, pass))
                .toList());
    }

    private static boolean decidesTheWay(Node node) {
        return node instanceof ControlNode.Conditional || node instanceof ControlNode.Parallel;
    }

    private Value result(List<NodeId> backwards, int pass) {
        int iteration = Iterations.inside(loop.iteration(), pass);
        return backwards.stream()
                .flatMap(id -> last(id, iteration).stream())
                .findFirst()
                .map(step -> step.output().field("content").orElse(step.output()))
                .orElse(Value.of(""));
    }

    private Optional<Step> last(NodeId id, int iteration) {
        int deeper = graph.nesting().depth(id) - graph.nesting().depth(node.id()) - 1;
        return steps.newest(id, Iterations.firstInside(iteration, deeper), Iterations.lastInside(iteration, deeper))
                .filter(step -> step.status() == StepStatus.COMPLETED);
    }
}
