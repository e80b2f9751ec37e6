package dev.atelier.adapter.ai;

import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.port.out.run.WebSearch;
import dev.atelier.web.Call;
import dev.atelier.web.WebService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Searches the web with Tavily (docs.tavily.com). A search is one request, which is repeated only as long as no connection
 * can be made.
 */
public final class Tavily implements AutoCloseable {

    private static final Duration QUICK = Duration.ofSeconds(5);

    private final TavilySettings settings;
    private final WebService service;
    private final WebService quick;

    private Tavily(TavilySettings settings, InstantSource clock) {
        this.settings = settings;
        var headers = Map.of("Authorization", "Bearer " + settings.apiKey());
        this.service =
                WebService.open("Tavily", settings.baseUrl(), headers, settings.apiKey(), settings.patience(), clock);
        this.quick = service.within(QUICK);
    }

    /** Opens the adapter. No call is made; the service may be away for now. */
    public static Tavily open(TavilySettings settings, InstantSource clock) {
        return new Tavily(settings, clock);
    }

    public WebSearch webSearch() {
        return new TavilyWebSearch(service, settings.creditUsd());
    }

    /** Looks whether the key is one, which costs nothing; its name is {@code search}. */
    public HealthProbe healthProbe() {
        return new KeyProbe(
                "search", quick, Call.get(Service.WEB_SEARCH, "look up the key", "/usage"), TavilyFailures::successful);
    }

    @Override
    public void close() {
        service.close();
    }
}
