package dev.atelier.domain.run;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.workflow.ControlNode;
import dev.atelier.domain.workflow.Edge;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.Outlet;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One look at all that is going on in a run: each node outside of loops, and for each loop that is under way the nodes of
 * its body in its present pass.
 */
final class StepSurvey {

    private final WorkflowGraph graph;
    private final StoredSteps steps;
    /** Whether the run came through the step, for each one that has been settled. */
    private final Map<StepId, Boolean> settled = new HashMap<>();

    private final List<StepId> ready = new ArrayList<>();
    private final List<StepId> skip = new ArrayList<>();
    private int inHand;
    private boolean isFailed;
    private final boolean isSettled;

    StepSurvey(WorkflowGraph graph, StoredSteps steps) {
        this.graph = graph;
        this.steps = steps;
        this.isSettled = look(graph.topLevel(), 0);
    }

    /** Looks at one level; whether everything on it is settled. */
    private boolean look(List<NodeId> level, int iteration) {
        level.forEach(node -> look(new StepId(node, iteration)));
        return level.stream().allMatch(node -> settled.containsKey(new StepId(node, iteration)));
    }

    private void look(StepId id) {
        var stored = steps.find(id);
        if (stored.isEmpty()) {
            lookAtUnbegun(id);
            return;
        }
        switch (stored.get().status()) {
            case COMPLETED -> settled.put(id, true);
            case SKIPPED -> settled.put(id, false);
            case PENDING, RUNNING -> inHand++;
            case FAILED -> isFailed = true;
            case HELD -> ready.add(id);
            case WAITING -> lookInside(stored.get());
        }
    }

    private void lookAtUnbegun(StepId id) {
        boolean isDue = graph.dependencies(id.node()).stream()
                .allMatch(node -> settled.containsKey(new StepId(node, id.iteration())));
        if (!isDue) {
            return;
        }
        if (graph.arrivals(id.node()).stream().anyMatch(edge -> isTaken(edge, id))
                || id.node().equals(graph.start().id())) {
            ready.add(id);
        } else {
            skip.add(id);
            settled.put(id, false);
        }
    }

    /** A loop whose pass is over is taken up again. A review waits for a person. */
    private void lookInside(Step waiting) {
        if (!(graph.node(waiting.nodeId()) instanceof ControlNode.Loop)) {
            return;
        }
        int pass = LoopTurn.pass(waiting).orElseThrow();
        if (look(graph.body(waiting.nodeId()), Iterations.inside(waiting.iteration(), pass))) {
            ready.add(waiting.id());
        }
    }

    /** Whether the run has come along the edge. Inside of a loop the loop itself is where it comes from. */
    private boolean isTaken(Edge edge, StepId target) {
        var nesting = graph.nesting();
        if (nesting.body(edge.source()).contains(target.node())) {
            return true;
        }
        int loops = nesting.depth(target.node()) - nesting.depth(edge.source());
        var source = new StepId(edge.source(), Iterations.outside(target.iteration(), loops));
        return settled.getOrDefault(source, false) && isOpen(edge.outlet(), source);
    }

    private boolean isOpen(Outlet outlet, StepId source) {
        return switch (outlet) {
            case TRUE -> result(source);
            case FALSE -> !result(source);
            case ALWAYS, BODY, DONE -> true;
        };
    }

    private boolean result(StepId conditional) {
        return steps.find(conditional)
                .flatMap(step -> step.output().field("result"))
                .filter(Value.of(true)::equals)
                .isPresent();
    }

    /** How many nodes are settled, whatever pass their loops are in. */
    int settledNodes() {
        return (int) graph.topLevel().stream()
                .filter(node -> settled.containsKey(new StepId(node, 0)))
                .mapToLong(node -> 1 + graph.nesting().body(node).size())
                .sum();
    }

    /** The steps that can begin, in the order of the definition. */
    List<StepId> ready() {
        return ready;
    }

    /** The steps that no taken branch leads to, as far as that is certain. */
    List<StepId> skip() {
        return skip;
    }

    int inHand() {
        return inHand;
    }

    boolean isFailed() {
        return isFailed;
    }

    boolean isSettled() {
        return isSettled;
    }
}
