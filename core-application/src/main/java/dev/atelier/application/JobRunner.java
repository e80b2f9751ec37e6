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
import java.util.Optional;
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

    /**
     * How an attempt ended.
     *
     * @param stored whether that is stored already
     */
    record Attempt(Claim claim, Ending ending, boolean stored, Duration took) {

        Outcome outcome() {
            return ending.outcome();
        }

        /** The step that the worker has taken on. */
        Optional<StepTaken> next() {
            return ending.next();
        }
    }

    /** What a claim is for. */
    @FunctionalInterface
    private interface Work {
        Ending run() throws InterruptedException;
    }

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
    Attempt run(Claim claim, Stretch stretch) {
        return attempt(
                claim,
                () -> claim.attempt() > ATTEMPTS
                        ? Ending.of(bury(claim, "it was begun %d times, and never ended".formatted(ATTEMPTS)))
                        : execute(claim, stretch));
    }

    /** The same for a step that the worker has taken on. */
    Attempt run(StepTaken step, Stretch stretch) {
        return attempt(step.claim(), () -> steps.execute(step, stretch));
    }

    private Attempt attempt(Claim claim, Work work) {
        long start = System.nanoTime();
        boolean stored = claim.job().task() instanceof Task.ExecuteStep; // together with what the step gave
        var ending = ending(claim, work);
        return new Attempt(
                claim, ending, stored || ending.outcome() != Outcome.DONE, Duration.ofNanos(System.nanoTime() - start));
    }

    private Ending ending(Claim claim, Work work) {
        try {
            return work.run();
        } catch (InterruptedException e) {
            return Ending.of(interrupted(claim));
        } catch (ClaimLostException e) {
            LOG.log(Level.INFO, e.getMessage());
            return Ending.of(Outcome.LOST);
        } catch (PortFailure.Retryable | PortFailure.OutcomeUnknown e) {
            if (Thread.interrupted()) {
                return Ending.of(interrupted(claim));
            }
            LOG.log(Level.WARNING, () -> "%s failed: %s".formatted(describe(claim), e.getMessage()));
            return Ending.of(tryAgain(claim, e));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, describe(claim) + " failed", e);
            return Ending.of(tryAgain(claim, e));
        }
    }

    private Ending execute(Claim claim, Stretch stretch) throws InterruptedException {
        return switch (claim.job().task()) {
            case Task.ExecuteStep step -> steps.execute(claim, step, stretch);
            case Task.RemoveDeletedFiles ignored -> Ending.of(removal.execute(claim));
            case Task.MakeThumbnail thumbnail -> Ending.of(thumbnails.execute(claim, thumbnail));
            case Task.MailAboutRun mail -> Ending.of(mails.execute(claim, mail));
            case Task.IngestDocument document -> Ending.of(ingestion.execute(claim, document));
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
