package dev.atelier.adapter.media;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Ends after so many bytes, which decoders may keep, and remembers when it was the stream that failed and not the image. */
final class LimitedImageStream extends FilterInputStream {

    /** Decoders keep what they may have to look at again. */
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private long left = MOST_BYTES;
    private Optional<IOException> failure = Optional.empty();

    LimitedImageStream(InputStream image) {
        super(image);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new EOFException("more than " + MOST_BYTES + " bytes");
        }
        try {
            int read = in.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /** What is read for a decoder is not its own to close. */
    @Override
    public void close() {}

    void throwOwnFailure() {
        failure.ifPresent(cause -> {
            throw new UncheckedIOException(cause);
        });
    }
}
