package dev.atelier.adapter.http;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.json.ValueJson;
import dev.atelier.port.in.run.RunEventStream.Event;
import dev.atelier.port.in.run.RunEventStream.Item;
import dev.atelier.port.in.run.RunEventStream.Token;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes server-sent events (WHATWG HTML, section 9.2). JSON on one line never holds a line break. */
final class EventWriter {

    static final String MEDIA_TYPE = "text/event-stream";

    private static final String COMMENT = ": keep-alive\n\n";

    private final OutputStream out;

    EventWriter(OutputStream out) {
        this.out = out;
    }

    void write(List<Item> items) throws IOException {
        for (var item : items) {
            write(
                    switch (item) {
                        case Event event -> text(event);
                        case Token token -> text(token);
                    });
        }
        out.flush();
    }

    /** Something to be ignored by the client, and seen by every proxy on the way. */
    void keepAlive() throws IOException {
        write(COMMENT);
        out.flush();
    }

    private static String text(Event item) {
        var event = item.event();
        var data = event.data().with("at", Value.of(event.at().toString()));
        return "id: %d\nevent: %s\ndata: %s\n\n".formatted(event.number(), event.type(), ValueJson.write(data));
    }

    /** Without an id: it is stored nowhere, and nobody can go on behind it. */
    private static String text(Token token) {
        var data = ObjectValue.EMPTY
                .with("nodeId", Value.of(token.node().value()))
                .with("iteration", Value.of(token.iteration()))
                .with("text", Value.of(token.text()));
        return "event: step.token\ndata: %s\n\n".formatted(ValueJson.write(data));
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
