package dev.atelier.adapter.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.domain.search.Block;
import dev.atelier.domain.search.BlockKind;
import dev.atelier.domain.search.BlockKind.Body;
import dev.atelier.domain.search.BlockKind.Heading;
import dev.atelier.domain.search.ExtractedText;
import dev.atelier.port.out.search.TextExtractor.Extraction;
import dev.atelier.port.out.search.TextExtractor.Extraction.Extracted;
import dev.atelier.port.out.search.TextExtractor.Extraction.Refused;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/** How one process tells another what came of reading: as bytes in a file, which only these two ever see. */
final class Outcome {

    private static final String NO_REASON = "";
    private static final String HEADING = "H";
    private static final int NO_PAGE = 0;

    private Outcome() {}

    static void write(Extraction extraction, Path file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            switch (extraction) {
                case Refused(Reason reason) -> out.writeUTF(reason.name());
                case Extracted(ExtractedText text) -> {
                    out.writeUTF(NO_REASON);
                    write(text, out);
                }
            }
        }
    }

    private static void write(ExtractedText text, DataOutputStream out) throws IOException {
        var bytes = text.text().getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.writeInt(text.blocks().size());
        for (var block : text.blocks()) {
            out.writeUTF(
                    switch (block.kind()) {
                        case Heading(int level) -> HEADING + level;
                        case Body body -> body.name();
                    });
            out.writeInt(block.start());
            out.writeInt(block.end());
            out.writeInt(block.page().orElse(NO_PAGE));
        }
    }

    static Extraction read(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            var reason = in.readUTF();
            return reason.equals(NO_REASON) ? new Extracted(text(in)) : new Refused(Reason.valueOf(reason));
        }
    }

    private static ExtractedText text(DataInputStream in) throws IOException {
        var text = new String(in.readNBytes(in.readInt()), UTF_8);
        int count = in.readInt();
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < count; i++) {
            blocks.add(new Block(kind(in.readUTF()), in.readInt(), in.readInt(), page(in.readInt())));
        }
        return new ExtractedText(text, blocks);
    }

    private static BlockKind kind(String name) {
        return name.startsWith(HEADING)
                ? new Heading(Integer.parseInt(name.substring(HEADING.length())))
                : Body.valueOf(name);
    }

    private static Optional<Integer> page(int number) {
        return number == NO_PAGE ? Optional.empty() : Optional.of(number);
    }
}
