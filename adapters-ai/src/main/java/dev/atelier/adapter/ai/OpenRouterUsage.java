package dev.atelier.adapter.ai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.domain.run.ModelUsage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a call has used, as OpenRouter accounts for it (openrouter.ai/docs/use-cases/usage-accounting). */
final class OpenRouterUsage {

    private static final Logger LOG = LoggerFactory.getLogger(OpenRouterUsage.class);

    /** Digits after the point: prices are given per token, some with ten of them. */
    private static final int DIGITS = 12;

    private OpenRouterUsage() {}

    /** @param usage may be missing, which is noted, and counts as nothing used */
    static ModelUsage of(String model, JsonNode usage, long images) {
        if (!usage.path("cost").isNumber()) {
            LOG.warn("OpenRouter did not say what a call of {} cost; it counts as nothing", model);
        }
        return new ModelUsage(
                model,
                Math.max(0, usage.path("prompt_tokens").asLong()),
                Math.max(0, usage.path("completion_tokens").asLong()),
                images,
                cost(usage.path("cost")));
    }

    private static BigDecimal cost(JsonNode cost) {
        var dollars = cost.isNumber() ? cost.decimalValue() : BigDecimal.ZERO;
        // A number like 1e-999999999 would take for ever to add up.
        boolean sensible = dollars.signum() > 0 && dollars.scale() < 100 && dollars.precision() - dollars.scale() < 9;
        return sensible ? dollars.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros() : BigDecimal.ZERO;
    }
}
