package dev.atelier.adapter.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that must not only drip: who sends a byte now and then is never idle, and could keep what a request holds for as
 * long as they like. Only the time that is spent waiting for the client counts.
 */
final class SteadyInputStream extends FilterInputStream {

    /** The slowest of networks has more. */
    static final long LEAST_BYTES_PER_SECOND = 1024;

    static final Duration GRACE = Duration.ofSeconds(10);

    private static final int REQUEST_TIMEOUT = 408;

    private final LongSupplier nanoTime;
    private long waitedNanos;
    private long bytes;

    SteadyInputStream(InputStream body) {
        this(body, System::nanoTime);
    }

    SteadyInputStream(InputStream body, LongSupplier nanoTime) {
        super(body);
        this.nanoTime = nanoTime;
    }

    /**
     * Reads on.
     *
     * @throws ProblemException when the client is too slow
     */
    @Override
    public int read() throws IOException {
        long begin = nanoTime.getAsLong();
        int next = in.read();
        require(begin, next < 0 ? next : 1);
        return next;
    }

    /**
     * Reads on.
     *
     * @throws ProblemException when the client is too slow
     */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long begin = nanoTime.getAsLong();
        int read = in.read(buffer, offset, length);
        require(begin, read);
        return read;
    }

    /** @param read how many bytes came, negative when it was the end */
    private void require(long begin, int read) {
        if (read < 0) {
            return;
        }
        waitedNanos += nanoTime.getAsLong() - begin;
        bytes += read;
        long needed = LEAST_BYTES_PER_SECOND * Duration.ofNanos(waitedNanos).toSeconds();
        if (waitedNanos > GRACE.toNanos() && bytes < needed) {
            throw Problem.of(ProblemCode.MALFORMED_REQUEST, "The body comes too slowly.")
                    .withStatus(REQUEST_TIMEOUT)
                    .exception();
        }
    }
}
