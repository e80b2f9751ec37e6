package dev.atelier.domain.run;

import java.math.BigDecimal;

/**
 * What one model was used for.
 *
 * @param model its name, provider first: {@code openai/gpt-4o-mini}, {@code offline/extractive}
 * @param inputTokens tokens of the model that it was given
 * @param outputTokens tokens of the model that it wrote
 * @param images pictures that it painted
 * @param costUsd US dollars
 */
public record ModelUsage(String model, long inputTokens, long outputTokens, long images, BigDecimal costUsd) {

    /** The sum of two usages of the same model. */
    ModelUsage plus(ModelUsage other) {
        return new ModelUsage(
                model,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                images + other.images,
                costUsd.add(other.costUsd));
    }
}
