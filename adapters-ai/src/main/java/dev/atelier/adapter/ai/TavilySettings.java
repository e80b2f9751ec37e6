package dev.atelier.adapter.ai;

import dev.atelier.web.Patience;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;

/**
 * How to reach Tavily.
 *
 * @param baseUrl of the API: {@code https://api.tavily.com}
 * @param creditUsd what one of its credits costs, in US dollars
 */
public record TavilySettings(URI baseUrl, String apiKey, BigDecimal creditUsd, Patience patience) {

    public static final URI DEFAULT_BASE_URL = URI.create("https://api.tavily.com");

    /** At the price that Tavily asks from whoever pays as he goes, and with a minute for a search. */
    public static TavilySettings of(URI baseUrl, String apiKey) {
        return new TavilySettings(
                baseUrl, apiKey, new BigDecimal("0.008"), Patience.DEFAULT.withTotal(Duration.ofMinutes(1)));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return baseUrl.toString();
    }
}
