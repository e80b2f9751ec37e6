package dev.atelier.port.out.job;

import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The jobs. A job waits, is claimed, and then is done (and gone), waits again, or is dead.
 *
 * <p>Time is measured by the repository's one clock, whatever the clocks of workers say. A claim holds as long as nobody
 * has claimed the job after it, also when its lease has run out, and it is used up by completing, postponing, giving back or
 * burying the job. Calls in the name of a claim that does not hold change nothing and return false. Claims are given to one
 * caller only, however many ask at once.
 *
 * <p>All calls: {@link dev.atelier.port.PortFailure} as {@link dev.atelier.port.out.transaction.Transactions} says.
 */
public interface JobRepository {

    /**
     * Stores a job that may be claimed at once.
     *
     * @throws dev.atelier.domain.error.DomainException.UserNotProvisioned when its owner does not exist (any more)
     */
    void insert(Job job);

    /**
     * Claims a job that waits and whose time has come.
     *
     * @return empty when there is no such job, or it is not to be had
     */
    Optional<Claim> claim(JobId id, Duration lease);

    /** Claims up to {@code limit} jobs that wait and whose time has come, those whose time came first before others. */
    List<Claim> claimDue(int limit, Duration lease);

    /**
     * Lets the lease run for {@code lease} from now.
     *
     * @return whether the claim holds
     */
    boolean renew(Claim claim, Duration lease);

    /**
     * Whether the claim holds; if so, it holds until the end of the transaction: who wants to claim the job waits.
     *
     * @throws IllegalStateException outside of a transaction
     */
    boolean hold(Claim claim);

    /**
     * Ends the job: it is done, and gone.
     *
     * @return whether the claim holds
     */
    boolean complete(Claim claim);

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

    /** Jobs that wait and whose time came at least {@code overdue} ago, up to {@code limit}, the longest waiting first. */
    List<JobId> listOverdue(Duration overdue, int limit);
}
