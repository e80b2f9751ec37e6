package dev.atelier.application;

import dev.atelier.domain.run.Run;
import dev.atelier.domain.workflow.WorkflowCheck;
import dev.atelier.domain.workflow.WorkflowGraph;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.port.out.workflow.WorkflowRepository;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The graphs that runs work on. A version of a workflow never changes, so the last few stay in memory. */
final class WorkflowGraphs {

    private static final int REMEMBERED = 64;

    private record Version(WorkflowId workflow, long number) {}

    private final WorkflowRepository workflows;
    private final Map<Version, WorkflowGraph> recent = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, WorkflowGraph> eldest) {
            return size() > REMEMBERED;
        }
    };

    WorkflowGraphs(WorkflowRepository workflows) {
        this.workflows = workflows;
    }

    /** The graph of a run, which was valid when the run started. */
    WorkflowGraph of(Run run) {
        var version = new Version(run.workflowId(), run.workflowVersion());
        return recall(version).orElseGet(() -> remember(version, read(run)));
    }

    private WorkflowGraph read(Run run) {
        return workflows
                .definition(run.owner(), run.workflowId(), run.workflowVersion())
                .map(definition -> WorkflowCheck.of(definition).graphOrThrow())
                .orElseThrow(() -> new IllegalStateException(
                        "run %s has no definition".formatted(run.id().value())));
    }

    private Optional<WorkflowGraph> recall(Version version) {
        synchronized (recent) {
            return Optional.ofNullable(recent.get(version));
        }
    }

    private WorkflowGraph remember(Version version, WorkflowGraph graph) {
        synchronized (recent) {
            recent.put(version, graph);
        }
        return graph;
    }
}
