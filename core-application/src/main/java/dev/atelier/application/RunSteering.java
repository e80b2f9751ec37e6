package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.run.PauseReason;
import dev.atelier.domain.run.Review;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StepStatus;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.workflow.ControlNode;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.port.out.run.RunRepository;
import dev.atelier.port.out.transaction.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What people may do to a run that is under way. Each is one transaction. */
final class RunSteering {

    private final RunRepository runs;
    private final RunJournal journal;
    private final NextSteps next;
    private final Transactions transactions;
    private final InstantSource clock;

    RunSteering(
            RunRepository runs, RunJournal journal, NextSteps next, Transactions transactions, InstantSource clock) {
        this.runs = runs;
        this.journal = journal;
        this.next = next;
        this.transactions = transactions;
        this.clock = clock;
    }

    Run pause(UserId user, RunId id) {
        return change(user, id, run -> journal.record(run.pause(PauseReason.REQUESTED), RunEvent.Type.RUN_PAUSED));
    }

    /** @param resume by which the run becomes one that goes on */
    Run resume(UserId user, RunId id, UnaryOperator<Run> resume) {
        return change(user, id, run -> next.proceed(journal.record(resume.apply(run), RunEvent.Type.RUN_RESUMED)));
    }

    Run stop(UserId user, RunId id) {
        return change(user, id, run -> journal.record(run.stop(clock.instant()), RunEvent.Type.RUN_STOPPED));
    }

    /** Steps that were in hand as the run failed have finished since, or are held, or their jobs come to a run that goes on. */
    Run retry(UserId user, RunId id) {
        return change(user, id, run -> {
            var retried = run.retry();
            runs.steps(user, id).stream()
                    .filter(step -> step.status() == StepStatus.FAILED)
                    .forEach(step -> runs.saveStep(user, id, step.hold()));
            return next.proceed(journal.record(retried, RunEvent.Type.RUN_RESUMED));
        });
    }

    Run review(UserId user, RunId id, NodeId node, Review review) {
        return change(user, id, run -> {
            var reviewed = run.review();
            var decided = waiting(user, id, node).complete(review.output(), Usage.NONE, clock.instant());
            runs.saveStep(user, id, decided);
            var told = journal.record(reviewed, RunEvent.Type.STEP_COMPLETED, decided);
            boolean goesOnAgain = run.status() == RunStatus.PAUSED && reviewed.status() == RunStatus.RUNNING;
            return next.proceed(goesOnAgain ? journal.record(told, RunEvent.Type.RUN_RESUMED) : told);
        });
    }

    private Step waiting(UserId user, RunId id, NodeId node) {
        var step = runs.newestSteps(user, id, List.of(node)).stream()
                .filter(found -> found.type().equals(ControlNode.Review.TYPE))
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("review"));
        if (step.status() != StepStatus.WAITING) {
            throw new DomainException.InvalidState(step.status().name().toLowerCase(Locale.ROOT), "review");
        }
        return step;
    }

    private Run change(UserId user, RunId id, UnaryOperator<Run> change) {
        return transactions.execute(() -> {
            var run = runs.lock(user, id).orElseThrow(() -> new DomainException.NotFound("run"));
            var changed = change.apply(run);
            runs.update(changed);
            return changed;
        });
    }
}
