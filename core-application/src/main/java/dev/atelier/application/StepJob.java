package dev.atelier.application;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.run.UnresolvedReferenceException;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.job.JobObserver.Outcome;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.transaction.Transactions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Executes one step of a run: begins it, does what it says, and stores what it gave, each in a transaction that counts only
 * as long as the claim holds.
 */
final class StepJob {

    /** How often a step is tried when trying again can help: once, and four times more. */
    static final int ATTEMPTS = 5;

    private static final Logger LOG = System.getLogger(StepJob.class.getName());
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final Transactions transactions;
    private final JobRepository jobs;
    private final RunProgress progress;
    private final StepExecutor executor;

    StepJob(Transactions transactions, JobRepository jobs, RunProgress progress, StepExecutor executor) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.progress = progress;
        this.executor = executor;
    }

    Outcome execute(Claim claim, Task.ExecuteStep task) throws InterruptedException {
        var begun = transactions.execute(() -> begin(claim, task));
        return begun.isPresent() ? execute(claim, begun.get()) : Outcome.DONE;
    }

    /** Ends the job for good, and the run with it; whether the claim holds. */
    boolean bury(Claim claim, Task.ExecuteStep task, String why) {
        return transactions.execute(() -> {
            boolean held = jobs.bury(claim, why);
            if (held) {
                var id = claim.job().id().value();
                progress.abandon(
                        claim.job().owner(),
                        task,
                        "it failed too often; the operator finds why in the log of job " + id);
            }
            return held;
        });
    }

    private Optional<StepWork> begin(Claim claim, Task.ExecuteStep task) {
        ClaimLostException.unless(jobs.hold(claim), claim);
        var work = progress.begin(claim.job().owner(), task);
        if (work.isEmpty()) {
            jobs.complete(claim);
        }
        return work;
    }

    private Outcome execute(Claim claim, StepWork work) throws InterruptedException {
        StepResult result;
        try {
            result = executor.execute(work);
        } catch (UnresolvedReferenceException e) {
            return fail(claim, work, e.getMessage());
        } catch (DomainException e) {
            return fail(claim, work, words(e));
        } catch (PortFailure e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while " + e.getMessage());
            }
            return fail(claim, work, e);
        } catch (RuntimeException e) {
            var run = work.run().id().value();
            LOG.log(
                    Level.ERROR,
                    "step %s of run %s failed".formatted(work.step().nodeId(), run),
                    e);
            return fail(claim, work, "an internal error; the operator finds it in the log of run " + run);
        }
        return store(claim, () -> progress.complete(work, result));
    }

    private Outcome fail(Claim claim, StepWork work, PortFailure failure) throws InterruptedException {
        return switch (failure) {
            case PortFailure.Permanent permanent -> fail(claim, work, permanent.getMessage());
            case PortFailure.Retryable retryable ->
                tryAgain(claim, work, failure, retryable.retryAfter().orElse(Duration.ZERO));
            case PortFailure.OutcomeUnknown ignored -> tryAgain(claim, work, failure, Duration.ZERO);
        };
    }

    private Outcome tryAgain(Claim claim, StepWork work, PortFailure failure, Duration atLeast)
            throws InterruptedException {
        if (work.step().attempt() >= ATTEMPTS) {
            return fail(claim, work, failure.getMessage());
        }
        var backoff = BACKOFF.after(work.step().attempt());
        var delay = backoff.compareTo(atLeast) < 0 ? atLeast : backoff;
        Persistence.persist(() -> transactions.run(() -> {
            ClaimLostException.unless(jobs.postpone(claim, delay, failure.getMessage()), claim);
            progress.postpone(work, failure.getMessage());
        }));
        return Outcome.RETRIED;
    }

    private Outcome fail(Claim claim, StepWork work, String why) throws InterruptedException {
        return store(claim, () -> progress.fail(work, why));
    }

    /** Ends the job and stores its result, or neither. What has been done outside is paid for, so it is not given up at once. */
    private Outcome store(Claim claim, Runnable result) throws InterruptedException {
        Persistence.persist(() -> transactions.run(() -> {
            ClaimLostException.unless(jobs.complete(claim), claim);
            result.run();
        }));
        return Outcome.DONE;
    }

    private static String words(DomainException refusal) {
        return refusal instanceof DomainException.ValidationFailed invalid
                ? invalid.violations().stream()
                        .map(violation -> violation.field() + " " + violation.message())
                        .collect(Collectors.joining("; "))
                : String.valueOf(refusal.getMessage());
    }
}
