package dev.atelier.adapter.r2;

import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;

/** A buffer that has been filled as far as the body of an upload reaches; closing it gives the buffer back. */
final class Part implements AutoCloseable {

    private final PartBuffers owner;
    private final byte[] bytes;
    private final int length;

    private Part(PartBuffers owner, byte[] bytes, int length) {
        this.owner = owner;
        this.bytes = bytes;
        this.length = length;
    }

    /** Waits for a buffer, and reads into it. An exception of {@code body} goes on as {@link dev.atelier.port.out.file.BlobStorage#put} says. */
    static Part read(PartBuffers buffers, InputStream body) {
        byte[] buffer = take(buffers);
        int read = -1;
        try {
            read = body.readNBytes(buffer, 0, buffer.length);
            return new Part(buffers, buffer, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (read < 0) {
                buffers.giveBack(buffer);
            }
        }
    }

    private static byte[] take(PartBuffers buffers) {
        try {
            return buffers.take();
        } catch (TimeoutException e) {
            throw PortFailure.Retryable.unavailable(
                    Service.STORAGE, "storage: other uploads have all memory for parts, and are slow", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PortFailure.Retryable.unavailable(Service.STORAGE, "storage: interrupted while waiting to send", e);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    boolean isFull() {
        return length == bytes.length;
    }

    @Override
    public void close() {
        owner.giveBack(bytes);
    }
}
