package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.usage.CallId;
import dev.atelier.domain.usage.CallOutcome;
import dev.atelier.domain.usage.PaidCall;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.transaction.Transactions;
import dev.atelier.port.out.usage.CallLedger;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;

/** Calls for a user that belong to no run: each is settled as soon as it is over. */
final class UserCalls {

    private static final Logger LOG = System.getLogger(UserCalls.class.getName());

    private final CallLedger ledger;
    private final CostLimits limits;
    private final Transactions transactions;
    private final Ids ids;
    private final InstantSource clock;

    UserCalls(CallLedger ledger, CostLimits limits, Transactions transactions, Ids ids, InstantSource clock) {
        this.ledger = ledger;
        this.limits = limits;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** For that user; calls end with {@link DomainException.CostLimitReached} when the day's limit leaves no room for them. */
    Payer of(UserId owner) {
        return new Payer() {
            @Override
            public Optional<RunId> run() {
                return Optional.empty();
            }

            @Override
            public CallId open(Quote quote) {
                return UserCalls.this.open(owner, quote);
            }

            @Override
            public void settle(CallId call, CallOutcome outcome) {
                UserCalls.this.settle(owner, call, outcome);
            }
        };
    }

    private CallId open(UserId owner, Quote quote) {
        var call = new PaidCall(
                ids.call(), owner, Optional.empty(), quote.kind(), quote.model(), quote.costUsd(), clock.instant());
        transactions.run(() -> {
            limits.refusal(owner, quote).ifPresent(why -> {
                throw new DomainException.CostLimitReached(why);
            });
            ledger.open(call);
        });
        return call.id();
    }

    /** Also when the thread has been interrupted, which would close the connection under the call. */
    private void settle(UserId owner, CallId call, CallOutcome outcome) {
        boolean interrupted = Thread.interrupted();
        try {
            Persistence.persist(() -> ledger.settle(owner, call, outcome, clock.instant()));
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (PortFailure e) {
            LOG.log(Level.WARNING, () -> "call %s stays unsettled: %s".formatted(call.value(), e.getMessage()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
