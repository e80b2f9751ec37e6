package dev.atelier.adapter.http;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.run.Usage;
import java.math.BigDecimal;
import java.util.List;

/** @param costUsd US dollars */
record UsageJson(long inputTokens, long outputTokens, long images, BigDecimal costUsd, List<Model> models) {

    record Model(String model, long inputTokens, long outputTokens, long images, BigDecimal costUsd) {

        private static Model of(ModelUsage usage) {
            return new Model(usage.model(), usage.inputTokens(), usage.outputTokens(), usage.images(), usage.costUsd());
        }
    }

    static UsageJson of(Usage usage) {
        return new UsageJson(
                usage.inputTokens(),
                usage.outputTokens(),
                usage.images(),
                usage.costUsd(),
                usage.models().stream().map(Model::of).toList());
    }
}
