package dev.atelier.adapter.http;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/** Keeps what the parser of a form finds, in order. The parser swallows what is thrown here, so nothing is. */
final class FormEvents implements MultiPart.Parser.Listener {

    sealed interface Event {}

    /** A part begins, and this is what its head says. */
    record Head(FormPart part) implements Event {}

    /** Some bytes of the part, at least one; they are where the parser was given them. */
    record Bytes(ByteBuffer content) implements Event {}

    private final Queue<Event> events;
    private Map<String, String> headers = new HashMap<>();
    private Optional<Throwable> failure = Optional.empty();

    FormEvents(Queue<Event> events) {
        this.events = events;
    }

    /** Why the form cannot be read on. */
    Optional<Throwable> failure() {
        return failure;
    }

    @Override
    public void onPartHeader(String name, String value) {
        headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
    }

    @Override
    public void onPartHeaders() {
        events.add(new Head(new FormPart(Map.copyOf(headers))));
        headers = new HashMap<>();
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        if (chunk.hasRemaining()) {
            events.add(new Bytes(chunk.getByteBuffer()));
        }
    }

    @Override
    public void onFailure(Throwable cause) {
        failure = Optional.of(cause);
    }
}
