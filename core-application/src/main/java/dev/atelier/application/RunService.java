package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.run.Review;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.RunInputs;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.port.in.run.RunEventStream;
import dev.atelier.port.in.run.RunRequest;
import dev.atelier.port.in.run.Runs;
import dev.atelier.port.out.run.RunEventFeed;
import dev.atelier.port.out.run.RunRepository;
import dev.atelier.port.out.transaction.Transactions;
import dev.atelier.port.out.workflow.WorkflowRepository;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;

final class RunService implements Runs {

    private final RunRepository runs;
    private final WorkflowRepository workflows;
    private final ExecutableNodes executable;
    private final RunJournal journal;
    private final RunSteering steering;
    private final RunEventFeed feed;
    private final RunWatch watch;
    private final Transactions transactions;
    private final JobQueue queue;
    private final Ids ids;
    private final InstantSource clock;

    RunService(
            RunRepository runs,
            WorkflowRepository workflows,
            ExecutableNodes executable,
            RunJournal journal,
            RunSteering steering,
            RunEventFeed feed,
            Transactions transactions,
            JobQueue queue,
            Ids ids,
            InstantSource clock) {
        this.runs = runs;
        this.workflows = workflows;
        this.executable = executable;
        this.journal = journal;
        this.steering = steering;
        this.feed = feed;
        this.watch = new RunWatch(runs);
        this.transactions = transactions;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Run start(UserId user, WorkflowId workflowId, RunRequest request) {
        var workflow = WorkflowService.find(workflows, user, workflowId);
        var start =
                executable.check(workflow.details().definition()).graphOrThrow().start();
        var inputs = RunInputs.complete(start, request.inputs());
        var run = Run.of(ids.run(), workflow, inputs, request.costLimitUsd(), clock.instant());
        return transactions.execute(() -> {
            var opened = journal.open(run);
            runs.saveStep(user, opened.id(), Step.pending(start, 0));
            queue.enqueue(user, new Task.ExecuteStep(opened.id(), start.id(), 0));
            return opened;
        });
    }

    @Override
    public Run get(UserId user, RunId id) {
        return runs.find(user, id).orElseThrow(() -> new DomainException.NotFound("run"));
    }

    @Override
    public Page<Run> list(UserId user, WorkflowId workflow, PageRequest request) {
        var page = runs.list(user, workflow, request);
        if (page.items().isEmpty()) {
            WorkflowService.find(workflows, user, workflow);
        }
        return page;
    }

    @Override
    public List<Step> steps(UserId user, RunId id) {
        var steps = runs.steps(user, id);
        if (steps.isEmpty()) {
            get(user, id);
        }
        return steps;
    }

    @Override
    public Run pause(UserId user, RunId id) {
        return steering.pause(user, id);
    }

    @Override
    public Run resume(UserId user, RunId id) {
        return steering.resume(user, id, Run::resume);
    }

    @Override
    public Run resume(UserId user, RunId id, BigDecimal costLimitUsd) {
        return steering.resume(user, id, run -> run.resume(costLimitUsd));
    }

    @Override
    public Run stop(UserId user, RunId id) {
        return steering.stop(user, id);
    }

    @Override
    public Run retry(UserId user, RunId id) {
        return steering.retry(user, id);
    }

    @Override
    public Run review(UserId user, RunId id, NodeId node, Review review) {
        return steering.review(user, id, node, review);
    }

    @Override
    public RunEventStream follow(UserId user, RunId id, long after) {
        var run = get(user, id);
        return new FollowedRun(runs, feed, watch, run, after);
    }
}
