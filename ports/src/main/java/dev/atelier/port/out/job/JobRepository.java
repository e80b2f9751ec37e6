package dev.atelier.port.out.job;

import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Queue;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The jobs, as workers know them. A job waits, is claimed, and then is done, waits again, or is dead. What others know of
 * them is in {@link JobRecords}.
 *
 * <p>Time is measured by the repository's one clock, whatever the clocks of workers say. A claim holds as long as nobody
 * has claimed the job after it and nobody has cancelled or removed it, also when its lease has run out; it is used up by
 * completing, postponing, giving back or burying the job. Calls in the name of a claim that does not hold change nothing
 * and say so. Claims are given to one caller only, however many ask at once.
 *
 * <p>All calls: {@link dev.atelier.port.PortFailure} as {@link dev.atelier.port.out.transaction.Transactions} says.
 */
public interface JobRepository {

    /**
     * Stores a job that may be claimed after {@code delay}.
     *
     * <p>When the job has a key, and its owner has another job with that key that waits or is claimed, it is not stored:
     * the other one will do. One that waits may be claimed at the earlier of both times; one that is claimed waits once more
     * when it is done or dies, to be claimed at once, as if it had never been tried. Until the end of the transaction nobody
     * claims that other job, so that whoever does sees what the transaction has changed.
     *
     * @return the id of the job that will do: that of {@code job}, or of the other one
     * @throws dev.atelier.domain.error.DomainException.UserNotProvisioned when its owner does not exist (any more)
     */
    JobId insert(Job job, Duration delay);

    /** The same for a job that may be claimed at once. */
    default JobId insert(Job job) {
        return insert(job, Duration.ZERO);
    }

    /**
     * Stores a job that is claimed from the beginning, so that nobody sees it wait. Who ends another job of the owner in the
     * same transaction has no more of them than before, whatever the owner may have.
     *
     * @param job without a key
     * @return its first claim
     * @throws IllegalArgumentException when the job has a key: another one might do
     * @throws dev.atelier.domain.error.DomainException.UserNotProvisioned when its owner does not exist (any more)
     */
    Claim insertClaimed(Job job, Duration lease);

    /**
     * Claims up to {@code limit} jobs of {@code queues} that wait and whose time has come: those of an earlier queue before
     * those of a later one, in a queue those whose time came first before others. Where many jobs of owners who may not have
     * more stand in front, jobs of others behind them are taken in any order. No owner ever has more than {@code perOwner}
     * jobs claimed, of whatever queue, by calls that say the same.
     *
     * @param perOwner at least 1
     */
    Taken claimDue(Set<Queue> queues, int limit, int perOwner, Duration lease);

    /**
     * Lets the leases run for {@code lease} from now.
     *
     * @return those of {@code claims} that hold
     */
    Set<Claim> renew(Collection<Claim> claims, Duration lease);

    /**
     * Whether the claim holds; if so, it holds until the end of the transaction: who wants to claim the job waits.
     *
     * @throws IllegalStateException outside of a transaction
     */
    boolean hold(Claim claim);

    /**
     * Ends the jobs: they are done.
     *
     * @return those of {@code claims} that hold
     */
    Set<Claim> complete(Collection<Claim> claims);

    /**
     * Ends the job: it is done.
     *
     * @return whether the claim holds
     */
    default boolean complete(Claim claim) {
        return !complete(List.of(claim)).isEmpty();
    }

    /**
     * Lets the job wait again; it may be claimed after {@code delay}.
     *
     * @param error why it was not done, for operators
     * @return whether the claim holds
     */
    boolean postpone(Claim claim, Duration delay, String error);

    /**
     * Gives the job back untouched: it may be claimed at once, and this attempt is not counted.
     *
     * @return whether the claim holds
     */
    boolean giveBack(Claim claim);

    /**
     * Ends the job: it is dead, and kept with its error for operators.
     *
     * @return whether the claim holds
     */
    boolean bury(Claim claim, String error);

    /** Lets every claimed job whose lease has run out wait again, to be claimed at once; returns how many. */
    int releaseExpired();
}
