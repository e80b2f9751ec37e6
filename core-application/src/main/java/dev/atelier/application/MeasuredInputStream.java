package dev.atelier.application;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.Content;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Measures and digests what is read through it, and refuses to give more than a limit. */
final class MeasuredInputStream extends FilterInputStream {

    private final long maxBytes;
    private final MessageDigest digest = sha256();
    private long size;

    MeasuredInputStream(InputStream in, long maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            digest.update((byte) next);
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            digest.update(buffer, offset, read);
            count(read);
        }
        return read;
    }

    /** Skipped bytes would be missing in the digest, so they are read. */
    @Override
    public long skip(long wanted) throws IOException {
        return readNBytes((int) Math.min(wanted, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) {
        size += read;
        if (size > maxBytes) {
            throw new DomainException.TooLarge(maxBytes);
        }
    }

    /** What has been read so far. To be asked once. */
    Content content() {
        return new Content(size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
