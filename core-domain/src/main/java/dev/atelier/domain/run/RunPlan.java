package dev.atelier.domain.run;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a run does next, told from nothing but its graph and its stored steps: asked again after a crash, it says the
 * same. Each answer costs one look at each node, however many passes its loops have made.
 */
public final class RunPlan {

    private final WorkflowGraph graph;
    private final StoredSteps steps;
    private final StepSurvey survey;

    /** @param steps the newest of each node at least */
    public RunPlan(WorkflowGraph graph, StoredSteps steps) {
        this.graph = graph;
        this.steps = steps;
        this.survey = new StepSurvey(graph, steps);
    }

    /**
     * What is to be done now.
     *
     * @param atOnce how many steps of the run may be in hand at the same time; at least 1
     */
    public Decision decide(int atOnce) {
        if (survey.isFailed()) {
            return new Decision(List.of(), survey.skip(), Decision.Outcome.FAILED);
        }
        var begin = survey.ready().stream()
                .limit(Math.max(0, atOnce - survey.inHand()))
                .toList();
        return new Decision(begin, survey.skip(), outcome());
    }

    private Decision.Outcome outcome() {
        if (survey.isSettled()) {
            return Decision.Outcome.COMPLETED;
        }
        return survey.inHand() == 0 && survey.ready().isEmpty()
                ? Decision.Outcome.WAITING_FOR_REVIEW
                : Decision.Outcome.UNDER_WAY;
    }

    /** How many nodes have finished, those of a loop's body with the loop, in per cent, rounded down. */
    public int progress() {
        return survey.settledNodes() * 100 / graph.executionOrder().size();
    }

    /** By node id, the output of every completed step; of nodes in loops, that of the last pass. */
    public ObjectValue outputs() {
        var outputs = new LinkedHashMap<String, Value>();
        graph.executionOrder()
                .forEach(id -> steps.newest(id)
                        .filter(step -> step.status() == StepStatus.COMPLETED)
                        .ifPresent(step -> outputs.put(id.value(), step.output())));
        return new ObjectValue(outputs);
    }
}
