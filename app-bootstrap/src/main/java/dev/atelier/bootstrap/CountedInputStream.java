package dev.atelier.bootstrap;

import io.micrometer.core.instrument.Counter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read. */
final class CountedInputStream extends FilterInputStream {

    private final Counter bytes;

    CountedInputStream(InputStream in, Counter bytes) {
        super(in);
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        bytes.increment(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        bytes.increment(Math.max(0, count));
        return count;
    }
}
