package dev.atelier.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Bytes out of nowhere, as many as wanted and always the same ones, handed out in pieces of odd sizes. So a test of large
 * objects holds none of them.
 */
final class GeneratedBytes extends InputStream {

    private static final int LARGEST_PIECE = 7_919;

    private final long size;
    private long position;
    private boolean closed;

    GeneratedBytes(long size) {
        this.size = size;
    }

    /** The byte at {@code position}; no period of it is a power of two, as sizes of buffers and parts are. */
    static byte at(long position) {
        return (byte) (position % 251 + position / 65_521);
    }

    @Override
    public int read() throws IOException {
        return position == size ? -1 : at(position++) & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == size) {
            return -1;
        }
        int count = (int) Math.min(Math.min(length, LARGEST_PIECE), size - position);
        for (int index = 0; index < count; index++) {
            buffer[offset + index] = at(position++);
        }
        return count;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isAtEnd() {
        return position == size;
    }

    /** The SHA-256 of all that {@code bytes} gives. */
    static String digest(InputStream bytes) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
