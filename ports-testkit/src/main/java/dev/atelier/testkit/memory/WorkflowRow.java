package dev.atelier.testkit.memory;

import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Workflow;
import java.util.HashMap;
import java.util.Map;

/** A workflow with all its definitions by version. */
record WorkflowRow(Workflow newest, Map<Long, ObjectValue> definitions) {

    WorkflowRow {
        definitions = Map.copyOf(definitions);
    }

    static WorkflowRow of(Workflow workflow) {
        return new WorkflowRow(
                workflow, Map.of(workflow.version(), workflow.details().definition()));
    }

    WorkflowRow replace(Workflow replaced) {
        var all = new HashMap<>(definitions);
        all.put(replaced.version(), replaced.details().definition());
        return new WorkflowRow(replaced, all);
    }
}
