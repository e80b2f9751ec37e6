package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.usage.Spending;
import dev.atelier.domain.usage.UsagePeriod;
import dev.atelier.port.out.usage.CallLedger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Says whether a call still fits into what may be spent. To be asked in the transaction that writes the call down. */
final class CostLimits {

    private static final int DIGITS = 4;

    private final CallLedger ledger;
    private final Optional<BigDecimal> userAndDayUsd;
    private final InstantSource clock;

    CostLimits(CallLedger ledger, Optional<BigDecimal> userAndDayUsd, InstantSource clock) {
        this.ledger = ledger;
        this.userAndDayUsd = userAndDayUsd;
        this.clock = clock;
    }

    /**
     * Why a call of a run must not be made, a sentence for its owner; empty when it may.
     *
     * @param run locked, so that its calls are looked at one after another
     */
    Optional<String> refusal(Run run, Quote quote) {
        return run.costLimitUsd()
                .flatMap(limit -> refusal("The run", limit, ledger.ofRun(run.owner(), run.id()), quote))
                .map(why -> why + " Resume it with a higher limit.")
                .or(() -> refusal(run.owner(), quote));
    }

    /** Why a call for a user must not be made; empty when it may. From here on, calls of the user are looked at one after another. */
    Optional<String> refusal(UserId owner, Quote quote) {
        return userAndDayUsd.flatMap(limit -> {
            ledger.lock(owner);
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            return refusal("A user", limit, ledger.ofPeriod(owner, new UsagePeriod(today, today)), quote)
                    .map(why -> why + " That is for each day; the next one begins at midnight UTC.");
        });
    }

    private static Optional<String> refusal(String who, BigDecimal limit, Spending spending, Quote quote) {
        return spending.atMostUsd().add(quote.costUsd()).compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of("%s may spend %s USD: %s are spent, %s reserved, and the next call may cost %s."
                        .formatted(
                                who,
                                limit.toPlainString(),
                                shown(spending.settledUsd()),
                                shown(spending.unsettledUsd()),
                                shown(quote.costUsd())));
    }

    /** Rounded up: nothing that costs is shown as nothing. */
    private static String shown(BigDecimal usd) {
        return usd.setScale(Math.min(usd.scale(), DIGITS), RoundingMode.UP).toPlainString();
    }
}
