package dev.atelier.adapter.text;

import dev.atelier.port.out.search.TextExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a stream gives to a file, where readers can go to and fro. */
record Spool(InputStream source) {

    private static final int BUFFER_BYTES = 64 * 1024;

    /**
     * Writes all of it, or as much as shows that it is too large.
     *
     * @return how many bytes there are
     * @throws UncheckedIOException when the source fails
     * @throws IOException when the disk does
     */
    long writeTo(Path file) throws IOException, InterruptedException {
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[BUFFER_BYTES];
            long size = 0;
            for (int read = next(buffer); read >= 0 && size <= TextExtractor.FILE_MAX_BYTES; read = next(buffer)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("while a file was read");
                }
                out.write(buffer, 0, read);
                size += read;
            }
            return size;
        }
    }

    private int next(byte[] buffer) {
        try {
            return source.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
