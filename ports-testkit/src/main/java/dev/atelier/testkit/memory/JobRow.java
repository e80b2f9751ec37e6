package dev.atelier.testkit.memory;

import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.JobState;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A job.
 *
 * @param sequence in which order jobs were inserted
 * @param record what is known of it
 * @param leaseEnd when its lease runs out, while it is claimed
 * @param again whether it was asked for while it was claimed
 */
record JobRow(JobRecord record, long sequence, Instant leaseEnd, long fence, boolean again) {

    /** Those of an earlier queue, and then those whose time came first before others. */
    static final Comparator<JobRow> BY_TURN = Comparator.comparing(
                    (JobRow row) -> row.job().queue())
            .thenComparing(row -> row.record().runAt())
            .thenComparingLong(JobRow::sequence);

    static JobRow of(Job job, long sequence, Instant runAt, Instant now) {
        return new JobRow(
                new JobRecord(job, JobState.WAITING, 0, runAt, Optional.empty(), now, Optional.empty()),
                sequence,
                now,
                0,
                false);
    }

    Job job() {
        return record.job();
    }

    boolean is(JobState state) {
        return record.state() == state;
    }

    boolean isAlive() {
        return !record.state().isFinal();
    }

    boolean isDue(Instant now) {
        return is(JobState.WAITING) && !record.runAt().isAfter(now);
    }

    boolean isExpired(Instant now) {
        return is(JobState.CLAIMED) && !leaseEnd.isAfter(now);
    }

    boolean isHeldBy(Claim claim) {
        return is(JobState.CLAIMED) && fence == claim.fence();
    }

    boolean endedBefore(JobState state, Instant moment) {
        return is(state) && record.endedAt().filter(end -> !end.isAfter(moment)).isPresent();
    }

    /** Whether it will do in place of {@code other}. */
    boolean doesFor(Job other) {
        return isAlive()
                && other.key().isPresent()
                && job().key().equals(other.key())
                && job().owner().equals(other.owner());
    }

    JobRow askedForAgain(Instant runAt) {
        return is(JobState.CLAIMED)
                ? new JobRow(record, sequence, leaseEnd, fence, true)
                : waiting(record.attempt(), runAt.isBefore(record.runAt()) ? runAt : record.runAt(), record.error());
    }

    JobRow claimed(Instant until) {
        var claimed = with(JobState.CLAIMED, record.attempt() + 1, record.runAt(), record.error(), Optional.empty());
        return new JobRow(claimed, sequence, until, fence + 1, false);
    }

    Claim claim() {
        return new Claim(job(), record.attempt(), fence);
    }

    JobRow renewed(Instant until) {
        return new JobRow(record, sequence, until, fence, again);
    }

    JobRow released(Instant now) {
        return waiting(record.attempt(), now, record.error());
    }

    JobRow postponed(Instant from, String why) {
        return waiting(record.attempt(), from, Optional.of(why));
    }

    JobRow givenBack(Instant now) {
        return waiting(record.attempt() - 1, now, record.error());
    }

    JobRow revived(Instant now) {
        return waiting(0, now, record.error());
    }

    /** It ends, unless it was asked for meanwhile. */
    JobRow ended(JobState state, Optional<String> why, Instant now) {
        return again ? waiting(0, now, why) : atEnd(state, why, now);
    }

    JobRow cancelled(Instant now) {
        return atEnd(JobState.CANCELLED, record.error(), now);
    }

    private JobRow atEnd(JobState state, Optional<String> why, Instant now) {
        return new JobRow(
                with(state, record.attempt(), record.runAt(), why, Optional.of(now)), sequence, now, fence, false);
    }

    private JobRow waiting(int attempt, Instant from, Optional<String> why) {
        return new JobRow(with(JobState.WAITING, attempt, from, why, Optional.empty()), sequence, from, fence, false);
    }

    private JobRecord with(
            JobState state, int attempt, Instant runAt, Optional<String> error, Optional<Instant> endedAt) {
        return new JobRecord(job(), state, attempt, runAt, error, record.createdAt(), endedAt);
    }
}
