package dev.atelier.adapter.ai;

import dev.atelier.domain.search.EmbeddingModel;
import dev.atelier.web.Patience;
import java.net.URI;

/**
 * How to reach OpenRouter, and what to ask of it.
 *
 * @param baseUrl of the API: {@code https://openrouter.ai/api/v1}, or of another service that speaks it
 * @param textModel for texts whose request names none
 * @param imageModel for pictures whose request names none
 * @param embeddingModel for vectors
 * @param embeddingDimension of that model
 * @param maxTokens the most that a text may have, whatever is asked for
 */
public record OpenRouterSettings(
        URI baseUrl,
        String apiKey,
        String textModel,
        String imageModel,
        String embeddingModel,
        int embeddingDimension,
        int maxTokens,
        Patience patience) {

    public static final URI DEFAULT_BASE_URL = URI.create("https://openrouter.ai/api/v1");
    public static final String DEFAULT_TEXT_MODEL = "openai/gpt-4o-mini";
    public static final EmbeddingModel DEFAULT_EMBEDDING_MODEL =
            new EmbeddingModel("openai/text-embedding-3-small", 1_536);
    public static final String DEFAULT_IMAGE_MODEL = "google/gemini-2.5-flash-image";

    /** @throws IllegalArgumentException when a number is below 1 */
    public OpenRouterSettings {
        if (embeddingDimension < 1 || maxTokens < 1) {
            throw new IllegalArgumentException("dimension and tokens are at least 1");
        }
    }

    /** With {@code openai/text-embedding-3-small} for vectors (1,536 numbers), and texts of at most 32,000 tokens. */
    public static OpenRouterSettings of(URI baseUrl, String apiKey, String textModel, String imageModel) {
        return new OpenRouterSettings(
                baseUrl,
                apiKey,
                textModel,
                imageModel,
                DEFAULT_EMBEDDING_MODEL.name(),
                DEFAULT_EMBEDDING_MODEL.dimension(),
                32_000,
                Patience.DEFAULT);
    }

    /** The same with another model for vectors. */
    public OpenRouterSettings withEmbedding(EmbeddingModel model) {
        return new OpenRouterSettings(
                baseUrl, apiKey, textModel, imageModel, model.name(), model.dimension(), maxTokens, patience);
    }

    OpenRouterSettings withPatience(Patience other) {
        return new OpenRouterSettings(
                baseUrl, apiKey, textModel, imageModel, embeddingModel, embeddingDimension, maxTokens, other);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "%s (texts by %s, pictures by %s, vectors by %s)"
                .formatted(baseUrl, textModel, imageModel, embeddingModel);
    }
}
