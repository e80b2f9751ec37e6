package dev.atelier.adapter.ai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.atelier.domain.workflow.AspectRatio;
import dev.atelier.port.out.run.ImageModel;
import dev.atelier.port.out.search.Embedder;
import dev.atelier.testkit.memory.HashingEmbedder;
import dev.atelier.testkit.memory.ScriptedImageModel;
import dev.atelier.web.Patience;
import dev.atelier.web.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers as OpenRouter does, as far as we know: streams with comments, pictures as addresses, usage with its cost. */
final class FakeOpenRouter implements AutoCloseable {

    static final String KEY = "sk-or-v1-sesame";
    static final int DIMENSION = 64;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PIECE = Pattern.compile("\\s*\\S+\\s*");
    private static final String MODELS = """
            {"data":[
            {"id":"openai/gpt-4o-mini","name":"OpenAI: GPT-4o-mini","context_length":128000,
             "architecture":{"input_modalities":["text"],"output_modalities":["text"]},
             "pricing":{"prompt":"0.00000015","completion":"0.0000006","request":"0","image":"0"}},
            {"id":"google/gemini-2.5-flash-image","name":"Nano Banana","context_length":32768,
             "architecture":{"output_modalities":["image","text"]},
             "pricing":{"prompt":"0.0000003","completion":"0.0000025","image_output":"0.00003"}},
            {"id":"black-forest-labs/flux.2-pro","name":"FLUX.2 Pro","context_length":46864,
             "architecture":{"output_modalities":["image"]},"pricing":{"prompt":"0","completion":"0","request":"0.03"}},
            {"id":"openai/text-embedding-3-small","name":"Embedding 3 small","context_length":8192,
             "architecture":{"output_modalities":["embeddings"]},"pricing":{"prompt":"2e-8","completion":"0"}},
            {"id":"openrouter/auto","name":"","context_length":2000000,
             "architecture":{"output_modalities":["text"]},"pricing":{"prompt":"-1","completion":"-1"}},
            {"id":"example/voice","name":"Voice","architecture":{"output_modalities":["audio"]},"pricing":{}}
            ]}""";

    private final List<JsonNode> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<String> paths = Collections.synchronizedList(new ArrayList<>());
    private final ScriptedServer server = ScriptedServer.start(this::answer);

    /** An adapter for it, with short time-outs. */
    OpenRouter open() {
        return open(InstantSource.system());
    }

    OpenRouter open(InstantSource clock) {
        return OpenRouter.open(
                settings()
                        .withPatience(
                                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), 2)),
                clock);
    }

    OpenRouterSettings settings() {
        return new OpenRouterSettings(
                server.address(),
                KEY,
                "openai/gpt-4o-mini",
                "google/gemini-2.5-flash-image",
                "openai/text-embedding-3-small",
                DIMENSION,
                32_000,
                Patience.DEFAULT);
    }

    /** What makes it fail, before it answers as usual again. */
    ScriptedServer server() {
        return server;
    }

    /** The bodies of all that it was asked as usual. */
    List<JsonNode> bodies() {
        return List.copyOf(bodies);
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    /** Answers with lines of a stream, and ends it. */
    FakeOpenRouter streams(String... lines) {
        server.then(exchange -> stream(exchange, List.of(lines)));
        return this;
    }

    static void stream(HttpExchange exchange, List<String> lines) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        for (var line : lines) {
            exchange.getResponseBody().write((line + "\n\n").getBytes(UTF_8));
            exchange.getResponseBody().flush();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        paths.add(exchange.getRequestURI().toString());
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            ScriptedServer.answer(
                    exchange, 401, "{\"error\":{\"code\":401,\"message\":\"No auth credentials found\"}}");
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/api/chat/completions" -> complete(exchange);
            case "/api/embeddings" -> embed(exchange);
            case "/api/models" -> ScriptedServer.answer(exchange, 200, MODELS);
            case "/api/key" -> ScriptedServer.answer(exchange, 200, "{\"data\":{\"label\":\"sk-or-v1-ses...\"}}");
            default -> ScriptedServer.answer(exchange, 404, "<!DOCTYPE html><html>Not found</html>");
        }
    }

    private void complete(HttpExchange exchange) throws IOException {
        var body = body(exchange);
        if (body.has("modalities")) {
            ScriptedServer.answer(exchange, 200, """
                    {"id":"gen-1","provider":"Google","model":"%s","object":"chat.completion","choices":[{"index":0,\
                    "finish_reason":"stop","message":{"role":"assistant","content":"Here it is.","images":[\
                    {"type":"image_url","image_url":{"url":"data:image/png;base64,%s"}}]}}],\
                    "usage":{"prompt_tokens":7,"completion_tokens":1290,"total_tokens":1297,"cost":0.0387021}}""".formatted(body.get("model").asText(), picture(body)));
        } else {
            stream(exchange, written(body));
        }
    }

    private JsonNode body(HttpExchange exchange) throws IOException {
        var body = JSON.readTree(exchange.getRequestBody());
        bodies.add(body);
        return body;
    }

    private static String picture(JsonNode body) {
        var shape = AspectRatio.parse(body.at("/image_config/aspect_ratio").asText())
                .orElseThrow();
        var request = new ImageModel.Request("area", Optional.empty(), shape, "", "");
        return Base64.getEncoder()
                .encodeToString(new ScriptedImageModel().paint(request).bytes());
    }

    private static List<String> written(JsonNode body) {
        var tokens =
                PIECE.matcher(text(body)).results().map(piece -> piece.group()).toList();
        int count = Math.min(tokens.size(), body.get("max_tokens").asInt());
        var lines = new ArrayList<>(List.of(": OPENROUTER PROCESSING", ": OPENROUTER PROCESSING"));
        tokens.subList(0, count).forEach(token -> lines.add(chunk(body, token, "")));
        lines.add(chunk(body, "", count < tokens.size() ? "length" : "stop"));
        lines.add(usage(count));
        lines.add("data: [DONE]");
        return lines;
    }

    private static String text(JsonNode body) {
        var system = body.at("/messages/0/content").asText();
        if (body.at("/response_format/type").asText().equals("json_object")) {
            return "{\"headline\": \"Tea, please\", \"cups\": 30}";
        }
        return system.contains("Markdown")
                ? "# Green tea\n\nIs not fermented.\n\n## Black tea\n\nKeeps longer.\n"
                : "Tea came to Europe in the seventeenth century, and stayed.";
    }

    static String chunk(String content) {
        return chunk(JSON.createObjectNode().put("model", "openai/gpt-4o-mini"), content, "");
    }

    static String finished(String reason) {
        return chunk(JSON.createObjectNode().put("model", "openai/gpt-4o-mini"), "", reason);
    }

    private static String chunk(JsonNode body, String content, String finish) {
        var chunk = JSON.createObjectNode().put("id", "gen-1").put("object", "chat.completion.chunk");
        chunk.set("model", body.get("model"));
        var choice = chunk.putArray("choices").addObject().put("index", 0);
        if (finish.isEmpty()) {
            choice.putNull("finish_reason");
        } else {
            choice.put("finish_reason", finish);
        }
        choice.putObject("delta").put("role", "assistant").put("content", content);
        return "data: " + chunk;
    }

    static String usage(int tokens) {
        return """
                data: {"id":"gen-1","model":"openai/gpt-4o-mini","choices":[{"index":0,"delta":{"role":"assistant",\
                "content":""},"finish_reason":null}],"usage":{"prompt_tokens":11,"completion_tokens":%d,"cost":1.65e-06}}""".formatted(tokens);
    }

    private void embed(HttpExchange exchange) throws IOException {
        var body = body(exchange);
        var texts = new ArrayList<String>();
        body.get("input").forEach(text -> texts.add(text.asText()));
        var answer = JSON.createObjectNode().put("object", "list").put("model", "text-embedding-3-small");
        var data = answer.putArray("data");
        for (int i = texts.size() - 1; i >= 0; i--) { // the order is told by the index
            var vector = new HashingEmbedder()
                    .embed(new Embedder.Request(List.of(texts.get(i))))
                    .vectors()
                    .getFirst();
            var item = data.addObject().put("object", "embedding").put("index", i);
            for (float number : vector) {
                item.withArray("embedding").add(number);
            }
        }
        answer.putObject("usage").put("prompt_tokens", 4 * texts.size()).put("cost", 0.0000002);
        ScriptedServer.answer(exchange, 200, answer.toString());
    }

    @Override
    public void close() {
        server.close();
    }
}
