package dev.atelier.adapter.http;

import dev.atelier.domain.error.DomainException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartCompliance;
import org.eclipse.jetty.io.Content;

/**
 * The parts of a form (RFC 7578), one after the other, read from the body no sooner than they are asked for. Jetty's parser
 * pushes what it finds; it is given a buffer of the body when all that was in the last one has been taken.
 */
final class MultipartForm {

    private static final int BUFFER_BYTES = 64 * 1024;

    /** A name of 255 characters may take 1,020 bytes, and three times that where it is percent-encoded. */
    private static final int PART_HEADER_BYTES = 8 * 1024;

    private static final int MOST_PARTS = 1000;

    /** RFC 2046, section 5.1.1. The search for a long one could be made slow. */
    private static final Pattern BOUNDARY = Pattern.compile("[ -~]{1,70}");

    private final InputStream body;
    private final String boundary;
    private final long maxBytes;
    private final Queue<FormEvents.Event> events = new ArrayDeque<>();
    private final FormEvents found = new FormEvents(events);
    private final MultiPart.Parser parser;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long bytes;
    private int read;
    private boolean ended;

    /**
     * @param contentType of the whole body
     * @param maxBytes that the body may have
     * @throws ProblemException when {@code contentType} names no boundary
     */
    MultipartForm(String contentType, InputStream body, long maxBytes) {
        this.body = body;
        this.boundary = boundary(contentType);
        this.maxBytes = maxBytes;
        // The strict compliance refuses a CR LF of which the CR came at the end of a buffer.
        this.parser = new MultiPart.Parser(boundary, MultiPartCompliance.RFC7578, found);
        parser.setPartHeadersMaxLength(PART_HEADER_BYTES);
        parser.setMaxParts(MOST_PARTS);
    }

    private static String boundary(String contentType) {
        return FormPart.parameter(contentType, "boundary")
                .filter(text -> BOUNDARY.matcher(text).matches())
                .orElseThrow(MultipartForm::malformed);
    }

    /**
     * Goes on to the next part, over what is left of this one; empty at the end of the form.
     *
     * @throws ProblemException when the form is malformed
     * @throws EOFException when it is not whole
     * @throws DomainException.TooLarge when the body is larger than it may be
     */
    Optional<FormPart> next() throws IOException {
        while (arrived()) {
            if (events.remove() instanceof FormEvents.Head head) {
                return Optional.of(head.part());
            }
        }
        return Optional.empty();
    }

    /** The bytes of the part that {@link #next} has come to; reading them fails as that does. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return readContent(ByteBuffer.wrap(target, offset, length));
            }
        };
    }

    /**
     * How many bytes {@link #content} most likely gives, not one of which has been read: those up to the end of the form, if
     * this is its last part. That it has no line break after it (RFC 2046, section 5.1.1, has it optional) is possible too,
     * but no client that is in wide use leaves it out.
     *
     * @param formBytes how long the form is
     * @return empty when it cannot be said
     */
    Optional<Long> likelyLength(long formBytes) throws IOException {
        if (!arrived() || !(events.element() instanceof FormEvents.Bytes(var content)) || !isOfTheBuffer(content)) {
            return Optional.empty();
        }
        long before = bytes - read + content.arrayOffset() + content.position();
        int after = "\r\n--".length() + boundary.length() + "--\r\n".length();
        return Optional.of(formBytes - before - after).filter(length -> length > 0);
    }

    /** What might have been a boundary at first, and was none, is elsewhere. */
    @SuppressWarnings({"ReferenceEquality", "ByteBufferBackingArray"}) // the very same is asked for
    private boolean isOfTheBuffer(ByteBuffer content) {
        return content.hasArray() && content.array() == buffer;
    }

    private int readContent(ByteBuffer target) throws IOException {
        if (!target.hasRemaining()) {
            return 0;
        }
        if (!arrived() || !(events.element() instanceof FormEvents.Bytes(var content))) {
            return -1;
        }
        int read = Math.min(target.remaining(), content.remaining());
        target.put(content.slice(content.position(), read));
        content.position(content.position() + read);
        if (!content.hasRemaining()) {
            events.remove();
        }
        return read;
    }

    /** Reads the body until something of the form has come; false at its end. */
    private boolean arrived() throws IOException {
        while (events.isEmpty()) {
            if (found.failure().isPresent()) {
                throw failed(found.failure().get());
            }
            if (ended) {
                return false;
            }
            parseMore();
        }
        return true;
    }

    private void parseMore() throws IOException {
        read = body.read(buffer);
        ended = read < 0;
        bytes += Math.max(read, 0);
        if (bytes > maxBytes) {
            throw new DomainException.TooLarge(maxBytes);
        }
        parser.parse(Content.Chunk.from(ByteBuffer.wrap(buffer, 0, Math.max(read, 0)), ended));
    }

    private static RuntimeException failed(Throwable failure) throws EOFException {
        if (failure instanceof EOFException truncated) {
            throw truncated;
        }
        return malformed();
    }

    private static ProblemException malformed() {
        return Problem.of(ProblemCode.MALFORMED_REQUEST, "The body is not a well-formed multipart/form-data.")
                .exception();
    }
}
