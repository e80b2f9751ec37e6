package dev.atelier.adapter.text;

import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.search.ExtractedText;
import dev.atelier.port.out.search.TextExtractor.Extraction;
import dev.atelier.port.out.search.TextExtractor.Extraction.Extracted;
import dev.atelier.port.out.search.TextExtractor.Extraction.Refused;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files in this process, as the other one does. */
final class TestFiles {

    private TestFiles() {}

    static Extraction read(MediaType type, byte[] bytes) throws IOException {
        Path file = Files.createTempFile("atelier-test-", ".bin");
        try {
            Files.write(file, bytes);
            return Reading.of(type, file);
        } finally {
            Files.delete(file);
        }
    }

    static ExtractedText text(MediaType type, byte[] bytes) throws IOException {
        return switch (read(type, bytes)) {
            case Extracted(ExtractedText text) -> text;
            case Refused(Reason reason) -> throw new AssertionError("refused: " + reason);
        };
    }

    /** Each block on a line, after what it is and the page it is on, if any. */
    static String shown(ExtractedText text) {
        var lines = new StringBuilder();
        for (var block : text.blocks()) {
            var kind = block.kind().toString().replaceAll("Heading\\[level=(\\d)]", "H$1");
            lines.append(block.page().map(page -> page + " ").orElse(""))
                    .append(kind)
                    .append(": ")
                    .append(text.textOf(block).replace("\n", "\\n"))
                    .append('\n');
        }
        return lines.toString();
    }
}
