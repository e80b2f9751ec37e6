package dev.atelier.adapter.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file that is taken for the last part of its form. Storage fills up what is missing of the length that was
 * expected, so nobody may have it send much for a few bytes of their own.
 */
final class LastPart extends FilterInputStream {

    /** May follow even the smallest file. */
    static final long FEW_BYTES = 256 * 1024;

    private final long likelyLength;
    private long length;

    LastPart(InputStream content, long likelyLength) {
        super(content);
        this.likelyLength = likelyLength;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        count(next < 0 ? next : 1);
        return next;
    }

    /**
     * Reads on.
     *
     * @throws ProblemException at the end, when it comes too early
     */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        count(read);
        return read;
    }

    /** @param read how many bytes came, negative when it was the end */
    private void count(int read) {
        length += Math.max(read, 0);
        if (read < 0 && likelyLength - length > Math.max(length, FEW_BYTES)) {
            throw Problem.of(
                            ProblemCode.MALFORMED_REQUEST,
                            "More follows the file in the form than is in the file. Put the file last.")
                    .exception();
        }
    }
}
