package dev.atelier.application;

import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Task;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.job.JobObserver;
import dev.atelier.port.out.job.JobObserver.Outcome;
import dev.atelier.port.out.job.JobRepository;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Does a claimed job, and decides what becomes of it when that fails. */
final class JobRunner {

    /**
     * A job that fails in a way that nobody thought of, or whose workers die of it, is not tried for ever. So many attempts take
     * more than an hour: that is how long a database or a bucket may be away without killing a job.
     */
    static final int ATTEMPTS = 15;

    private static final Logger LOG = System.getLogger(JobRunner.class.getName());
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15));

    /** How an attempt ended, and whether that is stored already. */
    record Attempt(Claim claim, Outcome outcome, boolean stored, Duration took) {}

    private final JobRepository jobs;
    private final StepJob steps;
    private final FileRemovalJob removal;
    private final Thumbnails thumbnails;
    private final RunMailJob mails;
    private final IngestionJob ingestion;
    private final Completions completions;
    private final JobObserver observer;

    JobRunner(
            JobRepository jobs,
            StepJob steps,
            FileRemovalJob removal,
            Thumbnails thumbnails,
            RunMailJob mails,
            IngestionJob ingestion,
            Completions completions,
            JobObserver observer) {
        this.jobs = jobs;
        this.steps = steps;
        this.removal = removal;
        this.thumbnails = thumbnails;
        this.mails = mails;
        this.ingestion = ingestion;
        this.completions = completions;
        this.observer = observer;
    }

    /** Begins to watch the job on this thread. */
    JobObserver.Scope watch(Claim claim) {
        return observer.begin(claim);
    }

    /** Does the job. Interrupted, it gives it back. What is not stored then is for {@link #settle}, which needs no hand. */
    Attempt run(Claim claim) {
        long start = System.nanoTime();
        boolean stored = claim.job().task() instanceof Task.ExecuteStep; // together with what the step gave
        var outcome = outcome(claim);
        return new Attempt(
                claim, outcome, stored || outcome != Outcome.DONE, Duration.ofNanos(System.nanoTime() - start));
    }

    private Outcome outcome(Claim claim) {
        try {
            return claim.attempt() > ATTEMPTS
                    ? bury(claim, "it was begun %d times, and never ended".formatted(ATTEMPTS))
                    : execute(claim);
        } catch (InterruptedException e) {
            return interrupted(claim);
        } catch (ClaimLostException e) {
            LOG.log(Level.INFO, e.getMessage());
            return Outcome.LOST;
        } catch (PortFailure.Retryable | PortFailure.OutcomeUnknown e) {
            if (Thread.interrupted()) {
                return interrupted(claim);
            }
            LOG.log(Level.WARNING, () -> "%s failed: %s".formatted(describe(claim), e.getMessage()));
            return tryAgain(claim, e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, describe(claim) + " failed", e);
            return tryAgain(claim, e);
        }
    }

    private Outcome execute(Claim claim) throws InterruptedException {
        return switch (claim.job().task()) {
            case Task.ExecuteStep step -> steps.execute(claim, step);
            case Task.RemoveDeletedFiles ignored -> removal.execute(claim);
            case Task.MakeThumbnail thumbnail -> thumbnails.execute(claim, thumbnail);
            case Task.MailAboutRun mail -> mails.execute(claim, mail);
            case Task.IngestDocument document -> ingestion.execute(claim, document);
        };
    }

    private Outcome interrupted(Claim claim) {
        // Before the interrupt status is set again: it would close the connection under the call.
        var outcome = giveBack(claim);
        Thread.currentThread().interrupt();
        return outcome;
    }

    private Outcome tryAgain(Claim claim, RuntimeException e) {
        return claim.attempt() < ATTEMPTS
                ? settle(
                        () -> jobs.postpone(claim, BACKOFF.after(claim.attempt()), describe(e)), claim, Outcome.RETRIED)
                : bury(claim, describe(e));
    }

    private Outcome bury(Claim claim, String why) {
        LOG.log(Level.ERROR, () -> "%s is dead: %s".formatted(describe(claim), why));
        return settle(
                () -> switch (claim.job().task()) {
                    case Task.ExecuteStep step -> steps.bury(claim, step, why);
                    case Task.RemoveDeletedFiles ignored -> jobs.bury(claim, why);
                    case Task.MakeThumbnail ignored -> jobs.bury(claim, why);
                    case Task.MailAboutRun ignored -> jobs.bury(claim, why);
                    case Task.IngestDocument document -> ingestion.bury(claim, document, why);
                },
                claim,
                Outcome.DEAD);
    }

    /** The job has not been done, and this attempt does not count. */
    Outcome giveBack(Claim claim) {
        return settle(() -> jobs.giveBack(claim), claim, Outcome.GIVEN_BACK);
    }

    /** Stores that the job is done, if nobody has yet. */
    void settle(Attempt attempt) {
        var claim = attempt.claim();
        var outcome = attempt.stored()
                ? attempt.outcome()
                : settle(() -> completions.complete(claim), claim, attempt.outcome());
        observer.ended(claim, outcome, attempt.took());
    }

    /** When even this cannot be stored, the lease runs out and another worker takes the job. */
    private static Outcome settle(BooleanSupplier ending, Claim claim, Outcome outcome) {
        try {
            if (ending.getAsBoolean()) {
                return outcome;
            }
            LOG.log(Level.INFO, () -> describe(claim) + " was taken over");
            return Outcome.LOST;
        } catch (PortFailure e) {
            LOG.log(Level.WARNING, () -> "%s is left to its lease: %s".formatted(describe(claim), e.getMessage()));
            return Outcome.UNKNOWN;
        }
    }

    private static String describe(Claim claim) {
        var job = claim.job();
        return "job %s (%s, attempt %d)".formatted(job.id().value(), job.task().kind(), claim.attempt());
    }

    private static String describe(RuntimeException e) {
        return "%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage());
    }
}
