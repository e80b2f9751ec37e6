package dev.atelier.adapter.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.atelier.web.ScriptedServer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Answers as Tavily does, as far as we know: some pages for every query, and what they cost. */
final class FakeTavily implements AutoCloseable {

    static final String KEY = "tvly-sesame";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> bodies = Collections.synchronizedList(new ArrayList<>());
    private final ScriptedServer server = ScriptedServer.start(this::answer);

    Tavily open() {
        return Tavily.open(TavilySettings.of(server.address(), KEY), InstantSource.system());
    }

    ScriptedServer server() {
        return server;
    }

    List<JsonNode> bodies() {
        return List.copyOf(bodies);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            ScriptedServer.answer(
                    exchange, 401, "{\"detail\":{\"error\":\"Unauthorized: missing or invalid API key.\"}}");
            return;
        }
        if (exchange.getRequestURI().getPath().equals("/api/usage")) {
            ScriptedServer.answer(exchange, 200, "{\"key\":{\"usage\":150,\"limit\":1000}}");
            return;
        }
        var body = JSON.readTree(exchange.getRequestBody());
        bodies.add(body);
        ScriptedServer.answer(exchange, 200, found(body));
    }

    private static String found(JsonNode body) {
        var answer = JSON.createObjectNode().put("answer", "It is a drink.");
        answer.set("query", body.get("query"));
        var results = answer.putArray("results");
        for (int i = 0; i < body.get("max_results").asInt(); i++) {
            var result = results.addObject()
                    .put("title", "Page " + i)
                    .put("url", "https://www.%s/%d".formatted(domain(body), i))
                    .put("content", "Tea is a drink.")
                    .put("score", 0.9 / (i + 1));
            result.putNull("raw_content");
        }
        answer.put("response_time", 1.67);
        answer.putObject("usage")
                .put("credits", body.get("search_depth").asText().equals("advanced") ? 2 : 1);
        return answer.toString();
    }

    private static String domain(JsonNode body) {
        return body.get("include_domains").isEmpty()
                ? "example.com"
                : body.get("include_domains").get(0).asText();
    }

    @Override
    public void close() {
        server.close();
    }
}
