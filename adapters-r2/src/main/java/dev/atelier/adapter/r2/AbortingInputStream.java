package dev.atelier.adapter.r2;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/** Closing it before its end hangs up, rather than reading the rest of an object that nobody wants. */
final class AbortingInputStream extends FilterInputStream {

    private final ResponseInputStream<?> response;
    private boolean atEnd;

    AbortingInputStream(ResponseInputStream<?> response) {
        super(response);
        this.response = response;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        atEnd |= next < 0;
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        atEnd |= read < 0;
        return read;
    }

    @Override
    public void close() throws IOException {
        if (!atEnd) {
            response.abort();
        }
        super.close();
    }
}
