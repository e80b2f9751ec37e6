package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import java.math.BigDecimal;
import java.util.Optional;

/** Pays for calls from outside of a core that is put together, on the same data, without a limit for each day. */
record Paying(PaidCalls calls, UserCalls users) {

    static Paying on(TestCore test) {
        var adapters = test.adapters;
        var limits = new CostLimits(adapters.callLedger(), Optional.empty(), test.clock);
        return new Paying(
                new PaidCalls(
                        adapters.textModel(),
                        adapters.imageModel(),
                        new CostEstimates(adapters.modelCatalog(), new BigDecimal("0.10")),
                        new CallsUnderWay(adapters.runs())),
                new UserCalls(adapters.callLedger(), limits, adapters.transactions(), new Ids(test.clock), test.clock));
    }

    Payer of(UserId user) {
        return users.of(user);
    }

    PassageEmbedding embedding(TestCore test) {
        return new PassageEmbedding(test.adapters.passages(), calls, users);
    }
}
