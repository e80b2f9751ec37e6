package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.atelier.domain.workflow.AspectRatio;
import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.ImageModel;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.port.out.run.WebSearch;
import dev.atelier.port.out.search.Embedder;
import dev.atelier.web.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogTest {

    private static final String SECRET = "the merger of Northwind and Contoso";
    private static final List<Integer> STATUSES = List.of(200, 400, 401, 402, 429, 500, 503);

    /** Also what services say that repeat whatever they were sent. */
    @Test
    void neither_keys_nor_prompts_are_logged_or_thrown() {
        var log = new ByteArrayOutputStream();
        var thrown = new StringWriter();
        var before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            failInEveryWay(new PrintWriter(thrown, true));
        } finally {
            System.setErr(before);
        }

        var text = log.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("did not say what a call of"), text);
        assertTrue(thrown.toString().contains("status 402"), thrown::toString);
        for (var shown : List.of(text, thrown.toString())) {
            assertFalse(shown.contains("sesame"), shown);
            assertFalse(shown.contains("Northwind"), shown);
        }
    }

    private static void failInEveryWay(PrintWriter thrown) {
        try (var openRouter = new FakeOpenRouter();
                var models = openRouter.open();
                var tavily = new FakeTavily();
                var search = tavily.open()) {
            models.modelCatalog().models();
            for (int status : STATUSES) {
                for (int call = 0; call < 3; call++) {
                    openRouter.server().then(exchange -> echo(exchange, status));
                }
                tavily.server().then(exchange -> echo(exchange, status));
                fail(thrown, () -> models.textModel().write(text(), piece -> {}));
                fail(thrown, () -> models.imageModel().paint(picture()));
                fail(thrown, () -> models.embedder().embed(new Embedder.Request(List.of(SECRET))));
                fail(thrown, () -> search.webSearch().search(query()));
            }
            openRouter.server().then(HttpExchange::close);
            fail(thrown, () -> models.textModel().write(text(), piece -> {}));
            openRouter.streams(FakeOpenRouter.chunk(SECRET), FakeOpenRouter.finished("stop"));
            models.textModel().write(text(), piece -> {});
        }
    }

    private static void echo(HttpExchange exchange, int status) throws IOException {
        var told = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var key = exchange.getRequestHeaders().getFirst("Authorization");
        var message = "%s sent by %s".formatted(told, key).replace("\\", "\\\\").replace("\"", "\\\"");
        var error = "{\"code\":%d,\"message\":\"%s\"}".formatted(status == 200 ? 400 : status, message);
        ScriptedServer.answer(exchange, status, "{\"error\":%s,\"detail\":\"%s\"}".formatted(error, message));
    }

    private static void fail(PrintWriter thrown, Runnable call) {
        assertThrows(PortFailure.class, call::run).printStackTrace(thrown);
    }

    private static TextModel.Request text() {
        return new TextModel.Request(
                "Write about " + SECRET,
                "You know " + SECRET,
                Optional.empty(),
                BigDecimal.ONE,
                OptionalInt.empty(),
                OutputFormat.TEXT);
    }

    private static ImageModel.Request picture() {
        return new ImageModel.Request(SECRET, Optional.empty(), AspectRatio.SQUARE, "", SECRET);
    }

    private static WebSearch.Request query() {
        return new WebSearch.Request(SECRET, 5, WebSearch.Depth.BASIC, List.of(), List.of());
    }
}
