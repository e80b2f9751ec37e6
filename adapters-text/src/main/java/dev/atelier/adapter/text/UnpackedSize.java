package dev.atelier.adapter.text;

import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks how large an archive becomes, by unpacking it to nowhere: what it says of itself may be untrue. */
final class UnpackedSize {

    private static final int ENTRIES_MAX = 10_000;
    private static final long XML_MAX_BYTES = 64L * 1024 * 1024;
    private static final long ALL_MAX_BYTES = 512L * 1024 * 1024;
    private static final int BUFFER_BYTES = 64 * 1024;

    private long xml;
    private long all;

    private UnpackedSize() {}

    /** @throws Unreadable when it is larger than documents are */
    static void check(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            if (zip.size() > ENTRIES_MAX) {
                throw new Unreadable(Reason.TOO_LARGE);
            }
            var size = new UnpackedSize();
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                size.count(zip, entries.nextElement());
            }
        }
    }

    private void count(ZipFile zip, ZipEntry entry) throws IOException {
        boolean isXml = !entry.getName().startsWith("word/media/");
        var buffer = new byte[BUFFER_BYTES];
        try (var content = zip.getInputStream(entry)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                all += read;
                xml += isXml ? read : 0;
                if (xml > XML_MAX_BYTES || all > ALL_MAX_BYTES) {
                    throw new Unreadable(Reason.TOO_LARGE);
                }
            }
        }
    }
}
