package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StepId;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.usage.CallId;
import dev.atelier.domain.workflow.ControlNode;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.run.RunRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Takes a run from one stored state to the next. Each call is to be made in a transaction, and locks the run: steps that
 * end at the same moment end one after the other, and the last one sees all.
 */
final class RunProgress {

    private final RunRepository runs;
    private final IngestedDocuments documents;
    private final FileRepository files;
    private final WorkflowGraphs graphs;
    private final RunJournal journal;
    private final StepBeginning beginning;
    private final NextSteps next;
    private final RunMails mails;
    private final RunSpending spending;
    private final InstantSource clock;

    RunProgress(
            RunRepository runs,
            IngestedDocuments documents,
            FileRepository files,
            WorkflowGraphs graphs,
            RunJournal journal,
            StepBeginning beginning,
            NextSteps next,
            RunMails mails,
            RunSpending spending,
            InstantSource clock) {
        this.runs = runs;
        this.documents = documents;
        this.files = files;
        this.graphs = graphs;
        this.journal = journal;
        this.beginning = beginning;
        this.next = next;
        this.mails = mails;
        this.spending = spending;
        this.clock = clock;
    }

    /** Begins a step; empty when there is nothing to do: the run is gone or does not go on, or the step has finished. */
    Optional<StepWork> begin(UserId owner, Task.ExecuteStep task) {
        return runs.lock(owner, task.run()).flatMap(run -> begin(run, new StepId(task.node(), task.iteration())));
    }

    private Optional<StepWork> begin(Run run, StepId id) {
        var stored = next.stored(run);
        var step = stored.find(id).filter(found -> found.status().isInHand());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        if (step.get().attempt() > 0) {
            spending.giveUp(run.owner(), run.id(), id);
        }
        if (run.status() != RunStatus.PENDING && run.status() != RunStatus.RUNNING) {
            save(run, step.get().hold());
            return Optional.empty();
        }
        var work = beginning.begin(run, graphs.of(run), step.get(), stored);
        runs.update(work.run());
        return Optional.of(work);
    }

    private Optional<Step> find(Run run, StepId id) {
        return runs.newestSteps(run.owner(), run.id(), List.of(id.node())).stream()
                .filter(step -> step.id().equals(id))
                .findFirst();
    }

    /** Writes down a call of a step that is about to be made; empty when it must not be made, and the step is held. */
    Optional<CallId> open(StepCalls calls, Quote quote) {
        return spending.open(calls, quote);
    }

    /**
     * Stores what became of a step, and what comes next; returns the step that the worker is to go on with. Nothing when the run
     * was removed meanwhile.
     */
    Optional<StepTaken> complete(StepCalls calls, StepResult result, Stretch stretch) {
        var work = calls.work();
        var onward = runs.lock(work.run().owner(), work.run().id()).map(run -> switch (result) {
            case FinishedStep finished -> complete(run, work, calls.usage(), finished, stretch);
            case WaitingStep waits -> await(run, work, waits, stretch);
        });
        spending.settle(calls);
        onward.map(Onward::run).ifPresent(runs::update);
        return onward.flatMap(Onward::taken);
    }

    private Onward complete(Run run, StepWork work, Usage used, FinishedStep result, Stretch stretch) {
        var before =
                next.stored(run, work.newest()); // read first, so that all that is written then can be sent at once
        result.documents().forEach(documents::insert);
        result.files().forEach((file, content) -> files.markStored(run.owner(), file, content));
        var completed = work.step().complete(result.output(), used, clock.instant());
        save(run, completed);
        var advanced = run.advance(used);
        return run.status().isFinal()
                ? Onward.of(advanced)
                : next.proceed(
                        journal.record(advanced, RunEvent.Type.STEP_COMPLETED, completed),
                        before.with(List.of(completed)),
                        stretch);
    }

    private Onward await(Run run, StepWork work, WaitingStep result, Stretch stretch) {
        var before = next.stored(run, work.newest());
        var waiting = work.step().await(result.about());
        save(run, waiting);
        var advanced = run.advance(Usage.NONE);
        if (run.status().isFinal()) {
            return Onward.of(advanced);
        }
        boolean isReview = waiting.type().equals(ControlNode.Review.TYPE);
        return next.proceed(
                isReview ? journal.record(advanced, RunEvent.Type.RUN_WAITING_FOR_REVIEW, waiting) : advanced,
                before.with(List.of(waiting)),
                stretch);
    }

    /** The step failed, and will be begun again. */
    void postpone(StepCalls calls, String why) {
        change(calls, calls.work().step().postpone(why), RunEvent.Type.STEP_RETRYING);
    }

    /** The run was stopped in the midst of the step. */
    void hold(StepCalls calls) {
        var run = calls.work().run();
        runs.lock(run.owner(), run.id()).ifPresent(locked -> spending.hold(locked, calls));
    }

    /** The step failed for good, and the run with it. */
    void fail(StepCalls calls, String why) {
        var now = clock.instant();
        var work = calls.work();
        change(calls, work.step().fail(why, now), RunEvent.Type.STEP_FAILED)
                .ifPresent(run -> end(run.fail("%s: %s".formatted(work.node().label(), why), now)));
    }

    /** A step of the run will never be done: it fails, and the run with it, unless that has ended. */
    void abandon(UserId owner, Task.ExecuteStep task, String why) {
        var now = clock.instant();
        runs.lock(owner, task.run()).ifPresent(run -> {
            spending.giveUp(owner, run.id(), new StepId(task.node(), task.iteration()));
            find(run, new StepId(task.node(), task.iteration()))
                    .filter(step -> step.status().isInHand())
                    .ifPresent(step -> save(run, step.fail(why, now)));
            if (!run.status().isFinal()) {
                end(run.fail("%s: %s".formatted(task.node(), why), now));
            }
        });
    }

    private void end(Run failed) {
        mails.announce(failed);
        runs.update(journal.record(failed, RunEvent.Type.RUN_FAILED));
    }

    /** Saves the step in any case, and what its calls took; tells of it, and returns the run, unless that has ended. */
    private Optional<Run> change(StepCalls calls, Step step, RunEvent.Type event) {
        var work = calls.work();
        var changed = step.use(calls.usage());
        var locked = runs.lock(work.run().owner(), work.run().id()).map(run -> run.use(calls.usage()));
        spending.settle(calls);
        locked.ifPresent(run -> save(run, changed));
        var told = locked.map(run -> run.status().isFinal() ? run : journal.record(run, event, changed));
        told.ifPresent(runs::update);
        return told.filter(run -> !run.status().isFinal());
    }

    private void save(Run run, Step step) {
        runs.saveStep(run.owner(), run.id(), step);
    }
}
