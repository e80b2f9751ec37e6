package dev.atelier.port.out.usage;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.StepId;
import dev.atelier.domain.usage.CallId;
import dev.atelier.domain.usage.CallOutcome;
import dev.atelier.domain.usage.DayUsage;
import dev.atelier.domain.usage.PaidCall;
import dev.atelier.domain.usage.Spending;
import dev.atelier.domain.usage.UsagePeriod;
import java.time.Instant;
import java.util.List;

/**
 * The calls that may cost money: written down before they are made, and settled when it is known what became of them. They
 * outlive the runs that made them, and go with their owner. Amounts are decimal, and come back as they were given.
 *
 * <p>Every call names the owner, and sees nothing of anybody else. All calls: {@link dev.atelier.port.PortFailure} as {@link
 * dev.atelier.port.out.transaction.Transactions} says.
 */
public interface CallLedger {

    /**
     * Waits until nobody else holds the lock of {@code owner}, and holds it until the end of the transaction. No other call
     * waits for it.
     *
     * @throws IllegalStateException outside of a transaction
     */
    void lock(UserId owner);

    /**
     * Writes down a call that is to be made.
     *
     * @throws dev.atelier.domain.error.DomainException.UserNotProvisioned when its owner does not exist (any more)
     */
    void open(PaidCall call);

    /** Settles a call that is open; one that has been settled stays as it is. */
    void settle(UserId owner, CallId id, CallOutcome outcome, Instant at);

    /** Settles the calls of a step that are open: what became of them will never be known. */
    void giveUp(UserId owner, RunId run, StepId step, Instant at);

    /** What the calls of a run have cost, and may have. What this costs grows with the number of its calls alone. */
    Spending ofRun(UserId owner, RunId run);

    /** What the calls of an owner have cost, and may have, that were written down in that period. */
    Spending ofPeriod(UserId owner, UsagePeriod period);

    /**
     * What the calls used that were written down in that period and have been answered: for each day on which there are any,
     * the earliest first, the sums of each model, in the order of their names.
     */
    List<DayUsage> usage(UserId owner, UsagePeriod period);
}
