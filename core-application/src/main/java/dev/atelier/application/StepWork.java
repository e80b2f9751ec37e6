package dev.atelier.application;

import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunScope;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StoredSteps;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.Template;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.List;

/**
 * A step that has been begun, and what it can know.
 *
 * @param steps all steps of the run, those before it finished
 */
record StepWork(Run run, WorkflowGraph graph, Node node, Step step, List<Step> steps) {

    /** @throws dev.atelier.domain.run.UnresolvedReferenceException when a reference in it stands for nothing */
    String render(Template template) {
        return template.render(new RunScope(graph, run.inputs(), new StoredSteps(steps), step.id())::resolve);
    }
}
