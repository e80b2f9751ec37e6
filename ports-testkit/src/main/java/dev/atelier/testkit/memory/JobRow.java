package dev.atelier.testkit.memory;

import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import java.time.Instant;
import java.util.Comparator;

/**
 * A job.
 *
 * @param sequence in which order jobs were inserted
 * @param until while it waits: from when on it may be claimed; while it is claimed: when its lease runs out
 * @param error why it was not done; empty when nobody has said
 */
record JobRow(Job job, long sequence, State state, Instant until, int attempt, long fence, String error) {

    enum State {
        WAITING,
        CLAIMED,
        DEAD
    }

    /** Those whose time came first before others. */
    static final Comparator<JobRow> BY_TIME =
            Comparator.comparing(JobRow::until).thenComparingLong(JobRow::sequence);

    static JobRow of(Job job, long sequence, Instant now) {
        return new JobRow(job, sequence, State.WAITING, now, 0, 0, "");
    }

    boolean isDue(Instant now) {
        return state == State.WAITING && !until.isAfter(now);
    }

    boolean isExpired(Instant now) {
        return state == State.CLAIMED && !until.isAfter(now);
    }

    boolean isHeldBy(Claim claim) {
        return state == State.CLAIMED && fence == claim.fence();
    }

    JobRow claimed(Instant leaseEnd) {
        return new JobRow(job, sequence, State.CLAIMED, leaseEnd, attempt + 1, fence + 1, error);
    }

    Claim claim() {
        return new Claim(job, attempt, fence);
    }

    JobRow renewed(Instant leaseEnd) {
        return new JobRow(job, sequence, state, leaseEnd, attempt, fence, error);
    }

    JobRow waiting(Instant from) {
        return new JobRow(job, sequence, State.WAITING, from, attempt, fence, error);
    }

    JobRow postponed(Instant from, String why) {
        return new JobRow(job, sequence, State.WAITING, from, attempt, fence, why);
    }

    JobRow givenBack(Instant now) {
        return new JobRow(job, sequence, State.WAITING, now, attempt - 1, fence, error);
    }

    JobRow dead(String why) {
        return new JobRow(job, sequence, State.DEAD, until, attempt, fence, why);
    }
}
