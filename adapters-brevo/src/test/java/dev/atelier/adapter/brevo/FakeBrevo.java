package dev.atelier.adapter.brevo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.atelier.web.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as Brevo does, as far as we know, and keeps what it was given. */
final class FakeBrevo implements AutoCloseable {

    static final String KEY = "xkeysib-sesame";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, JsonNode> mails = new LinkedHashMap<>();
    private volatile String senders = "{\"senders\":[]}";
    private volatile String domains = "{\"domains\":[]}";
    private final ScriptedServer server = ScriptedServer.start(this::answer);

    BrevoAdapter open() {
        return BrevoAdapter.open(settings(KEY), InstantSource.system());
    }

    BrevoSettings settings(String key) {
        return BrevoSettings.of(
                URI.create(server.address().toString().replace("/api/", "")), key, "atelier@example.com", "Atelier");
    }

    void verify(String senders, String domains) {
        this.senders = "{\"senders\":[%s]}".formatted(senders);
        this.domains = "{\"domains\":[%s]}".formatted(domains);
    }

    ScriptedServer server() {
        return server;
    }

    /** The mails that it has taken, the first first. */
    synchronized List<JsonNode> mails() {
        return List.copyOf(mails.values());
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!KEY.equals(exchange.getRequestHeaders().getFirst("api-key"))) {
            ScriptedServer.answer(exchange, 401, "{\"code\":\"unauthorized\",\"message\":\"Key not found\"}");
        } else if (exchange.getRequestURI().getPath().equals("/v3/account")) {
            ScriptedServer.answer(exchange, 200, "{\"email\":\"owner@example.com\",\"plan\":[]}");
        } else if (exchange.getRequestURI().getPath().equals("/v3/senders")) {
            ScriptedServer.answer(exchange, 200, senders);
        } else if (exchange.getRequestURI().getPath().equals("/v3/senders/domains")) {
            ScriptedServer.answer(exchange, 200, domains);
        } else {
            take(exchange);
        }
    }

    /** Takes a mail, and hangs up before it says so. */
    void takeInSilence(HttpExchange exchange) throws IOException {
        isNew(JSON.readTree(exchange.getRequestBody()));
        exchange.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        var mail = JSON.readTree(exchange.getRequestBody());
        if (isNew(mail)) {
            ScriptedServer.answer(exchange, 201, "{\"messageId\":\"<202611241800.1@smtp-relay.mailin.fr>\"}");
        } else {
            ScriptedServer.answer(exchange, 400, "{\"code\":\"duplicate_request\",\"message\":\"Sent before\"}");
        }
    }

    private synchronized boolean isNew(JsonNode mail) {
        var key = mail.at("/headers/Idempotency-Key").asText();
        boolean before = mails.containsKey(key);
        mails.putIfAbsent(key, mail);
        return !before;
    }

    @Override
    public void close() {
        server.close();
    }
}
