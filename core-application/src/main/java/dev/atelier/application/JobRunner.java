package dev.atelier.application;

import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Task;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.job.JobRepository;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Does a claimed job, and decides what becomes of it when that fails. */
final class JobRunner {

    private static final Logger LOG = System.getLogger(JobRunner.class.getName());

    /** A job that fails in a way that nobody thought of is not tried for ever. */
    private static final int ATTEMPTS = 10;

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final JobRepository jobs;
    private final StepJob steps;
    private final FileRemovalJob removal;
    private final Thumbnails thumbnails;

    JobRunner(JobRepository jobs, StepJob steps, FileRemovalJob removal, Thumbnails thumbnails) {
        this.jobs = jobs;
        this.steps = steps;
        this.removal = removal;
        this.thumbnails = thumbnails;
    }

    /** Does the job; afterwards it is done, waits again, is dead, or its claim is left to run out. Interrupted, it gives it back. */
    void run(Claim claim) {
        try {
            execute(claim);
        } catch (InterruptedException e) {
            // Before the interrupt status is set again: it would close the connection under the call.
            settle(() -> jobs.giveBack(claim), claim);
            Thread.currentThread().interrupt();
        } catch (ClaimLostException e) {
            LOG.log(Level.INFO, e.getMessage());
        } catch (PortFailure.Retryable | PortFailure.OutcomeUnknown e) {
            LOG.log(Level.WARNING, () -> "%s will be tried again: %s".formatted(describe(claim), e.getMessage()));
            settle(() -> jobs.postpone(claim, BACKOFF.after(claim.attempt()), describe(e)), claim);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, describe(claim) + " failed", e);
            settle(
                    () -> claim.attempt() < ATTEMPTS
                            ? jobs.postpone(claim, BACKOFF.after(claim.attempt()), describe(e))
                            : jobs.bury(claim, describe(e)),
                    claim);
        }
    }

    private void execute(Claim claim) throws InterruptedException {
        switch (claim.job().task()) {
            case Task.ExecuteStep step -> steps.execute(claim, step);
            case Task.RemoveDeletedFiles ignored -> removal.execute(claim);
            case Task.MakeThumbnail thumbnail -> thumbnails.execute(claim, thumbnail);
        }
    }

    /** When even this cannot be stored, the lease runs out and another worker takes the job. */
    private static void settle(BooleanSupplier outcome, Claim claim) {
        try {
            if (!outcome.getAsBoolean()) {
                LOG.log(Level.INFO, () -> describe(claim) + " was taken over");
            }
        } catch (PortFailure e) {
            LOG.log(Level.WARNING, () -> "%s is left to its lease: %s".formatted(describe(claim), e.getMessage()));
        }
    }

    private static String describe(Claim claim) {
        var job = claim.job();
        return "job %s (%s, attempt %d)"
                .formatted(job.id().value(), job.task().getClass().getSimpleName(), claim.attempt());
    }

    private static String describe(RuntimeException e) {
        return "%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage());
    }
}
