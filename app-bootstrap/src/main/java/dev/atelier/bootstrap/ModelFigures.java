package dev.atelier.bootstrap;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.search.EmbeddingModel;
import dev.atelier.port.out.run.ImageModel;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.port.out.run.WebSearch;
import dev.atelier.port.out.search.Embedder;
import dev.atelier.port.out.search.Embedders;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches calls that may cost money: how many, how long, how they ended, and what they used and cost. */
final class ModelFigures {

    private static final Logger LOG = LoggerFactory.getLogger(ModelFigures.class);

    private final MeterRegistry registry;
    private final Calls calls;

    ModelFigures(MeterRegistry registry, Spans spans) {
        this.registry = registry;
        this.calls = new Calls(registry, spans, "atelier.ai.calls", "How long calls of models and of web search took");
    }

    TextModel text(String provider, TextModel model) {
        return (request, onToken) ->
                watched(provider, "text", () -> model.write(request, onToken), TextModel.Text::usage);
    }

    ImageModel image(String provider, ImageModel model) {
        return request -> watched(provider, "image", () -> model.paint(request), ImageModel.Image::usage);
    }

    WebSearch search(String provider, WebSearch search) {
        return request -> watched(provider, "search", () -> search.search(request), WebSearch.Findings::usage);
    }

    Embedders embedders(String provider, Embedders embedders) {
        return new Embedders() {
            @Override
            public Embedder current() {
                return embedder(provider, embedders.current());
            }

            @Override
            public Optional<Embedder> of(EmbeddingModel model) {
                return embedders.of(model).map(other -> embedder(provider, other));
            }
        };
    }

    private Embedder embedder(String provider, Embedder embedder) {
        return new Embedder() {
            @Override
            public String model() {
                return embedder.model();
            }

            @Override
            public int dimension() {
                return embedder.dimension();
            }

            @Override
            public Embeddings embed(Request request) {
                return watched(provider, "embedding", () -> embedder.embed(request), Embeddings::usage);
            }
        };
    }

    private <T> T watched(String provider, String kind, Supplier<T> call, Function<T, ModelUsage> usage) {
        Map<String, String> tags = new TreeMap<>(Map.of("provider", provider, "kind", kind));
        T result = calls.make(tags, call);
        used(provider, kind, usage.apply(result));
        return result;
    }

    private void used(String provider, String kind, ModelUsage usage) {
        LOG.info("{} of {} was called: {}", kind, provider, usage.model());
        tokens(provider, kind, "input", usage.inputTokens());
        tokens(provider, kind, "output", usage.outputTokens());
        Counter.builder("atelier.ai.cost.usd")
                .description("What calls cost, in US dollars")
                .tag("provider", provider)
                .tag("kind", kind)
                .register(registry)
                .increment(usage.costUsd().doubleValue());
    }

    private void tokens(String provider, String kind, String direction, long tokens) {
        Counter.builder("atelier.ai.tokens")
                .description("Tokens that models were given (input) and wrote (output)")
                .tag("provider", provider)
                .tag("kind", kind)
                .tag("direction", direction)
                .register(registry)
                .increment((double) tokens);
    }
}
