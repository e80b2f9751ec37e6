package dev.atelier.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.atelier.web.ScriptedServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Speaks as OpenRouter does: texts as streams of events, pictures inside of addresses, usage with its cost. */
final class OpenRouterStandIn implements AutoCloseable {

    static final String TEXT = "Aurora is here.";

    private static final String KEY = "sk-or-v1-of-the-stand-in";

    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final byte[] picture;
    private final ScriptedServer server;
    private volatile CountDownLatch unheld = new CountDownLatch(0);

    private OpenRouterStandIn(byte[] picture) {
        this.picture = picture.clone();
        server = ScriptedServer.start(this::answer);
    }

    /** @param picture a PNG, which every picture is */
    static OpenRouterStandIn start(byte[] picture) {
        return new OpenRouterStandIn(picture);
    }

    /** The settings with which a process asks it. */
    Map<String, String> environment(Map<String, String> others) {
        var settings = new HashMap<>(others);
        settings.putAll(Map.of(
                "AI_PROVIDER", "openrouter",
                "OPENROUTER_API_KEY", KEY,
                "OPENROUTER_BASE_URL", server.address().toString(),
                "OPENROUTER_TEXT_MODEL", "example/text",
                "OPENROUTER_IMAGE_MODEL", "example/image"));
        return Map.copyOf(settings);
    }

    /** The prompts that came to {@code model}, in their order. */
    List<String> prompts(String model) {
        return asked.stream()
                .filter(body -> body.get("model").asText().equals(model))
                .map(body -> body.get("messages").findValuesAsText("content").getLast())
                .toList();
    }

    /** From now on texts begin, and do not go on before {@link #letGoOn()}, or before this is closed. */
    OpenRouterStandIn holdTexts() {
        unheld = new CountDownLatch(1);
        return this;
    }

    void letGoOn() {
        unheld.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            ScriptedServer.answer(
                    exchange, 401, "{\"error\":{\"code\":401,\"message\":\"No auth credentials found\"}}");
        } else if (exchange.getRequestURI().getPath().equals("/api/chat/completions")) {
            complete(exchange);
        } else {
            ScriptedServer.answer(exchange, 404, "<!DOCTYPE html><html>Not found</html>");
        }
    }

    private void complete(HttpExchange exchange) throws IOException {
        var body = ApiClient.JSON.readTree(exchange.getRequestBody());
        asked.add(body);
        if (body.path("stream").asBoolean()) {
            write(exchange);
        } else {
            paint(exchange);
        }
    }

    private void write(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(": OPENROUTER PROCESSING\n\n".getBytes(UTF_8));
        exchange.getResponseBody().flush();
        try {
            unheld.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
        exchange.getResponseBody().write("""
            : OPENROUTER PROCESSING

            data: {"model":"example/text","choices":[{"index":0,"delta":{"content":"Aurora is"}}]}

            data: {"model":"example/text","choices":[{"index":0,"delta":{"content":" here."},"finish_reason":"stop"}]}

            data: {"model":"example/text","choices":[],"usage":{"prompt_tokens":11,"completion_tokens":4,"cost":0.25}}

            data: [DONE]

            """.getBytes(UTF_8));
    }

    private void paint(HttpExchange exchange) throws IOException {
        ScriptedServer.answer(exchange, 200, """
            {"model":"example/image","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant",\
            "content":"","images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,%s"}}]}}],\
            "usage":{"prompt_tokens":7,"completion_tokens":1290,"cost":0.5}}\
            """.formatted(Base64.getEncoder().encodeToString(picture)));
    }

    @Override
    public void close() {
        unheld.countDown();
        server.close();
    }
}
