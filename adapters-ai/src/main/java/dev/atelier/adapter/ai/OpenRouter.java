package dev.atelier.adapter.ai;

import dev.atelier.domain.search.EmbeddingModel;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.port.out.run.ImageModel;
import dev.atelier.port.out.run.ModelCatalog;
import dev.atelier.port.out.run.ModelCatalog.Output;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.port.out.search.Embedder;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.web.Call;
import dev.atelier.web.WebService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The models of OpenRouter (openrouter.ai/docs). A call of a model is one request, which is repeated only as long as no
 * connection can be made: whatever OpenRouter has heard of may cost money, and who calls decides about asking again. The
 * list of models is free, and is asked for again when that can help.
 */
public final class OpenRouter implements AutoCloseable {

    private static final Duration QUICK = Duration.ofSeconds(5);
    private static final Duration LISTING = Duration.ofSeconds(20);

    private final OpenRouterSettings settings;
    private final WebService service;
    private final WebService quick;
    private final ModelCatalog catalog;

    private OpenRouter(OpenRouterSettings settings, InstantSource clock) {
        this.settings = settings;
        var headers = Map.of("Authorization", "Bearer " + settings.apiKey(), "X-Title", "Atelier");
        this.service = WebService.open(
                "OpenRouter", settings.baseUrl(), headers, settings.apiKey(), settings.patience(), clock);
        this.quick = service.within(QUICK);
        this.catalog = new CachedModelCatalog(
                new OpenRouterModelList(service.within(LISTING))::fetch,
                Map.of(
                        Output.TEXT, settings.textModel(),
                        Output.IMAGE, settings.imageModel(),
                        Output.EMBEDDINGS, settings.embeddingModel()),
                clock);
    }

    /** Opens the adapter. No call is made; the service may be away for now. */
    public static OpenRouter open(OpenRouterSettings settings, InstantSource clock) {
        return new OpenRouter(settings, clock);
    }

    public TextModel textModel() {
        return new OpenRouterTextModel(service, settings);
    }

    public ImageModel imageModel() {
        return new OpenRouterImageModel(service, settings, catalog);
    }

    public Embedder embedder() {
        return new OpenRouterEmbedder(service, settings);
    }

    /** The one of the settings, and any other that OpenRouter may have. */
    public Embedders embedders() {
        return new Embedders() {
            @Override
            public Embedder current() {
                return embedder();
            }

            @Override
            public Optional<Embedder> of(EmbeddingModel model) {
                return Optional.of(model)
                        .filter(known -> !known.name().startsWith(OfflineModels.PREFIX))
                        .map(known -> new OpenRouterEmbedder(service, settings.withEmbedding(known)));
            }
        };
    }

    public ModelCatalog modelCatalog() {
        return catalog;
    }

    /** Looks whether the key is one, which costs nothing; its name is {@code models}. */
    public HealthProbe healthProbe() {
        return new KeyProbe(
                "models",
                quick,
                Call.get(Service.TEXT_MODEL, "look up the key", "/key"),
                OpenRouterFailures::successful);
    }

    @Override
    public void close() {
        service.close();
    }
}
