package dev.atelier.application;

import dev.atelier.domain.job.Task;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.workflow.Node;

/** Sees to it that the owner of a run gets a mail about its end, when its workflow says so. */
final class RunMails {

    private final WorkflowGraphs graphs;
    private final JobQueue queue;

    RunMails(WorkflowGraphs graphs, JobQueue queue) {
        this.graphs = graphs;
        this.queue = queue;
    }

    /** Part of the transaction in which the run ends. The mail is a job of its own: whatever becomes of it, the run has ended. */
    void announce(Run ended) {
        var graph = graphs.of(ended);
        if (graph.executionOrder().stream()
                .map(graph::node)
                .anyMatch(node -> node instanceof Node.Finish finish && finish.notifyUser())) {
            queue.enqueue(ended.owner(), new Task.MailAboutRun(ended.id()));
        }
    }
}
