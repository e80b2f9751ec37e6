package dev.atelier.application;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.run.UnresolvedReferenceException;
import dev.atelier.domain.usage.CallId;
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

    Ending execute(Claim claim, Task.ExecuteStep task, Stretch stretch) throws InterruptedException {
        var begun = transactions.execute(() -> begin(claim, task));
        return begun.isPresent() ? execute(new StepTaken(claim, begun.get()), stretch) : Ending.of(Outcome.DONE);
    }

    /** Goes on with a step that has been begun. */
    Ending execute(StepTaken step, Stretch stretch) throws InterruptedException {
        return execute(
                step.claim(), new StepCalls(step.work(), (calls, quote) -> open(step.claim(), calls, quote)), stretch);
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

    /** Writes a call down, as long as the claim holds: who has lost it makes no call. */
    private CallId open(Claim claim, StepCalls calls, Quote quote) {
        var opened = transactions.execute(() -> {
            ClaimLostException.unless(jobs.hold(claim), claim);
            var call = progress.open(calls, quote);
            if (call.isEmpty()) {
                jobs.complete(claim);
            }
            return call;
        });
        return opened.orElseThrow(StepHeldException::new);
    }

    private Ending execute(Claim claim, StepCalls calls, Stretch stretch) throws InterruptedException {
        var work = calls.work();
        StepResult result;
        try {
            result = executor.execute(work, calls);
        } catch (StepHeldException e) {
            return Ending.of(Outcome.DONE); // and stored
        } catch (PaidCalls.StoppedException e) {
            return Ending.of(store(claim, () -> progress.hold(calls)));
        } catch (ClaimLostException e) {
            throw e;
        } catch (UnresolvedReferenceException e) {
            return Ending.of(fail(claim, calls, e.getMessage()));
        } catch (DomainException e) {
            return Ending.of(fail(claim, calls, words(e)));
        } catch (PortFailure e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while " + e.getMessage());
            }
            return Ending.of(fail(claim, calls, e));
        } catch (RuntimeException e) {
            var run = work.run().id().value();
            LOG.log(
                    Level.ERROR,
                    "step %s of run %s failed".formatted(work.step().nodeId(), run),
                    e);
            return Ending.of(fail(claim, calls, "an internal error; the operator finds it in the log of run " + run));
        }
        return complete(claim, calls, result, stretch);
    }

    private Outcome fail(Claim claim, StepCalls calls, PortFailure failure) throws InterruptedException {
        return switch (failure) {
            case PortFailure.Permanent permanent -> fail(claim, calls, permanent.getMessage());
            case PortFailure.Retryable retryable ->
                tryAgain(claim, calls, failure, retryable.retryAfter().orElse(Duration.ZERO));
            case PortFailure.OutcomeUnknown ignored -> tryAgain(claim, calls, failure, Duration.ZERO);
        };
    }

    private Outcome tryAgain(Claim claim, StepCalls calls, PortFailure failure, Duration atLeast)
            throws InterruptedException {
        int attempt = calls.work().step().attempt();
        if (attempt >= ATTEMPTS) {
            return fail(claim, calls, failure.getMessage());
        }
        var backoff = BACKOFF.after(attempt);
        var delay = backoff.compareTo(atLeast) < 0 ? atLeast : backoff;
        Persistence.persist(() -> transactions.run(() -> {
            ClaimLostException.unless(jobs.postpone(claim, delay, failure.getMessage()), claim);
            progress.postpone(calls, failure.getMessage());
        }));
        return Outcome.RETRIED;
    }

    private Ending complete(Claim claim, StepCalls calls, StepResult result, Stretch stretch)
            throws InterruptedException {
        var next = Persistence.persisted(() -> transactions.execute(() -> {
            ClaimLostException.unless(jobs.complete(claim), claim);
            return progress.complete(calls, result, stretch);
        }));
        return new Ending(Outcome.DONE, next);
    }

    private Outcome fail(Claim claim, StepCalls calls, String why) throws InterruptedException {
        return store(claim, () -> progress.fail(calls, why));
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
