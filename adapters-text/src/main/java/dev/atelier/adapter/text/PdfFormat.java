package dev.atelier.adapter.text;

import dev.atelier.port.out.search.TextExtractor;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF. What is not in the file itself is in a temporary one, so that memory does not grow with pictures. */
final class PdfFormat implements Format {

    private static final String NO_PASSWORD = "";

    @Override
    public void read(Path file, Manuscript manuscript) throws IOException {
        try (var document =
                Loader.loadPDF(file.toFile(), NO_PASSWORD, null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > TextExtractor.PAGES_MAX) {
                throw new Unreadable(Reason.TOO_MANY_PAGES);
            }
            var pages = new PdfPages();
            pages.writeText(document, Writer.nullWriter());
            new PdfBlocks(pages.paragraphs()).addTo(manuscript);
        } catch (InvalidPasswordException e) {
            throw new Unreadable(Reason.ENCRYPTED);
        }
    }
}
