package dev.atelier.adapter.r2;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands bytes from the thread that reads a body to the one that sends it, so that both work at once. A few are on the way, no
 * more: whoever is faster waits.
 */
final class Handover extends InputStream {

    private static final int CHUNKS = 4;
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private final BlockingQueue<ByteBuffer> empty = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<ByteBuffer>> filled = new LinkedBlockingQueue<>();
    private ByteBuffer current = NOTHING;
    private boolean ended;
    private volatile boolean brokenOff;
    private volatile boolean refused;

    Handover() {
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            empty.add(ByteBuffer.allocate(CHUNK_BYTES));
        }
    }

    /**
     * For the reader: waits for room for more, to be {@linkplain #pass passed on}; empty when no more is wanted.
     *
     * @throws TimeoutException when nothing was taken off for as long as {@code limit}
     */
    Optional<ByteBuffer> room(Duration limit) throws InterruptedException, TimeoutException {
        var room = Optional.ofNullable(empty.poll(limit.toNanos(), TimeUnit.NANOSECONDS))
                .orElseThrow(TimeoutException::new);
        return Optional.of(room.clear()).filter(any -> !refused);
    }

    /** For the reader: what it has put into the room that it was given. */
    void pass(ByteBuffer room) {
        filled.add(Optional.of(room.flip()));
    }

    /** For the reader: there is no more. */
    void end() {
        filled.add(Optional.empty());
    }

    /** For the reader: there would be more, and it does not come. */
    void breakOff() {
        brokenOff = true;
        filled.add(Optional.empty());
    }

    /** For the sender: no more is wanted. There is room now, so that nobody waits for it. */
    void refuse() {
        refused = true;
        empty.add(ByteBuffer.allocate(CHUNK_BYTES));
    }

    @Override
    public int read() throws IOException {
        return arrived() ? current.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!arrived()) {
            return -1;
        }
        int read = Math.min(length, current.remaining());
        current.get(target, offset, read);
        return read;
    }

    private boolean arrived() throws IOException {
        while (!ended && !current.hasRemaining()) {
            next();
        }
        return !ended;
    }

    private void next() throws IOException {
        if (current.capacity() > 0) {
            empty.add(current);
        }
        var passed = taken();
        if (brokenOff) {
            throw new IOException("the body of an upload has broken off");
        }
        ended = passed.isEmpty();
        current = passed.orElse(NOTHING);
    }

    private Optional<ByteBuffer> taken() throws IOException {
        try {
            return filled.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the body of an upload");
        }
    }
}
