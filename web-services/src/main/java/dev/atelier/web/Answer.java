package dev.atelier.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.atelier.port.PortFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a service answers, to be read once while it arrives: {@link #json()} or {@link #nextLine()}. Reading throws the
 * {@link PortFailure} that it is when the answer breaks off, takes too long or is too large.
 */
public final class Answer {

    /** Costs are exact. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String CHECK_ADDRESS = "check the base address";

    private final HttpResponse<Body> response;
    private final Instant received;
    private final Failures failures;
    private final Deadline deadline;
    private final Duration silence;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private Iterator<ByteBuffer> arrived = Collections.emptyIterator();
    private long size;

    Answer(HttpResponse<Body> response, Instant received, Failures failures, Deadline deadline, Duration silence) {
        this.response = response;
        this.received = received;
        this.failures = failures;
        this.deadline = deadline;
        this.silence = silence;
    }

    public int status() {
        return response.statusCode();
    }

    public boolean succeeded() {
        return status() >= 200 && status() < 300;
    }

    /** Whether it comes line by line, as {@code text/event-stream}. */
    public boolean isEventStream() {
        return contentType().startsWith("text/event-stream");
    }

    /** How long the service asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return response.headers().firstValue("Retry-After").flatMap(value -> RetryAfter.parse(value, received));
    }

    /**
     * The whole of it as JSON.
     *
     * @throws PortFailure when it is something else, or is not all there
     */
    public JsonNode json() {
        return json(text());
    }

    /**
     * A part of it as JSON.
     *
     * @throws PortFailure when it is something else
     */
    public JsonNode json(String text) {
        try {
            var json = JSON.readTree(text);
            if (!json.isMissingNode()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // falls through: it holds what a user must not see, so it is not kept
        }
        throw unreadable(text.stripLeading().startsWith("<"));
    }

    /** As it is, whatever it is. */
    public String text() {
        var whole = new ByteArrayOutputStream();
        while (rest.hasRemaining() || refill()) {
            drain(whole, rest.remaining());
        }
        return whole.toString(StandardCharsets.UTF_8);
    }

    /** The next line without its end; empty after the last one. */
    public Optional<String> nextLine() {
        while (rest.hasRemaining() || refill()) {
            if (takeToEndOfLine()) {
                return Optional.of(takeLine());
            }
        }
        return line.size() > 0 ? Optional.of(takeLine()) : Optional.empty();
    }

    /**
     * What it means that the service did not do it.
     *
     * @param status of the answer, or what it says instead of it
     * @param said by the service about the cause; keys and the call's confidential texts are not quoted from it
     * @param remedy what the operator can do; may be empty
     */
    public PortFailure refused(int status, String said, Optional<Duration> retryAfter, String remedy) {
        return failures.refused(status, said, retryAfter, remedy);
    }

    /** What it means that the answer says nothing: the call may have cost something all the same. */
    public PortFailure unusable(String why) {
        return failures.unusable(why);
    }

    /** What it means that the call will never work. */
    public PortFailure hopeless(String why) {
        return failures.hopeless(why);
    }

    /** What it means that the call did not work, and may the next time. */
    public PortFailure passing(String why) {
        return failures.passing(why);
    }

    /** A web page is from somebody else: in front of the service, or at a wrong address. */
    private PortFailure unreadable(boolean isWebPage) {
        var said = isWebPage ? "a web page came instead of an answer" : "";
        if (!succeeded()) {
            return refused(status(), said, retryAfter(), status() == 404 ? CHECK_ADDRESS : "");
        }
        return isWebPage
                ? failures.passing(said + "; " + CHECK_ADDRESS)
                : failures.unusable("the answer is no JSON, or not all of it");
    }

    private String contentType() {
        return response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    private boolean takeToEndOfLine() {
        for (int i = rest.position(); i < rest.limit(); i++) {
            if (rest.get(i) == '\n') {
                drain(line, i - rest.position());
                rest.get();
                return true;
            }
        }
        drain(line, rest.remaining());
        return false;
    }

    private String takeLine() {
        var text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private void drain(ByteArrayOutputStream target, int count) {
        var bytes = new byte[count];
        rest.get(bytes);
        target.writeBytes(bytes);
    }

    /** Waits for more, unless that was all. */
    private boolean refill() {
        while (!rest.hasRemaining()) {
            if (!arrived.hasNext()) {
                var more = arrival();
                if (more.isEmpty()) {
                    return false;
                }
                arrived = more.get().iterator();
            } else {
                rest = arrived.next();
                size += rest.remaining();
                if (size > failures.call().answerMax()) {
                    throw failures.unusable("the answer is larger than %d bytes"
                            .formatted(failures.call().answerMax()));
                }
            }
        }
        return true;
    }

    private Optional<List<ByteBuffer>> arrival() {
        try {
            return response.body().next(deadline.left(silence));
        } catch (IOException e) {
            throw failures.lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.lost(e);
        }
    }
}
