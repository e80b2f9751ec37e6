package dev.atelier.adapter.text;

import dev.atelier.domain.document.MediaType;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.IOException;
import java.nio.file.Path;

/** A kind of file, and how it is read. */
@FunctionalInterface
interface Format {

    /**
     * Writes down what is in {@code file}.
     *
     * @throws Unreadable when there is nothing to read, for a reason that is known
     * @throws IOException when it is broken; so does any other exception say
     */
    void read(Path file, Manuscript manuscript) throws IOException;

    static Format of(MediaType type) {
        return switch (type) {
            case TEXT -> new TextFormat();
            case MARKDOWN -> new MarkdownFormat();
            case HTML -> new HtmlFormat();
            case PDF -> new PdfFormat();
            case DOCX -> new DocxFormat();
            case IMAGE ->
                (file, manuscript) -> {
                    throw new Unreadable(Reason.NO_TEXT);
                };
        };
    }
}
