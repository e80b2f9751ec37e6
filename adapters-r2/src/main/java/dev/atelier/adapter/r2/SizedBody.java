package dev.atelier.adapter.r2;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A body made as long as it was said to be: cut off there, or filled up with zeros. It says how much of it is real. */
final class SizedBody {

    private final InputStream body;
    private final long size;
    private long real;
    private long given;
    private boolean ended;

    SizedBody(InputStream body, long size) {
        this.body = body;
        this.size = size;
    }

    boolean isGiven() {
        return given == size;
    }

    /** How many of the bytes given so far were those of the body. */
    long real() {
        return real;
    }

    /** Reads some bytes, at least one, into the beginning of {@code target}; to be called as long as not all {@linkplain #isGiven is given}. */
    int read(byte[] target) throws IOException {
        int wanted = (int) Math.min(target.length, size - given);
        int read = ended ? -1 : body.read(target, 0, wanted);
        if (read < 0) {
            ended = true;
            Arrays.fill(target, 0, wanted, (byte) 0);
            read = wanted;
        } else {
            real += read;
        }
        given += read;
        return read;
    }
}
