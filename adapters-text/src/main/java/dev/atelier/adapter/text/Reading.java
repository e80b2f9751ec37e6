package dev.atelier.adapter.text;

import dev.atelier.domain.document.MediaType;
import dev.atelier.port.out.search.TextExtractor.Extraction;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a file here and now. */
final class Reading {

    private Reading() {}

    /** Whatever a library throws at a file that is not as it should be, there is an outcome. */
    static Extraction of(MediaType type, Path file) {
        try {
            var manuscript = new Manuscript();
            Format.of(type).read(file, manuscript);
            return manuscript.finish();
        } catch (Unreadable known) {
            return new Extraction.Refused(known.reason());
        } catch (StackOverflowError tooDeep) {
            return new Extraction.Refused(Reason.TOO_LARGE);
        } catch (IOException | RuntimeException broken) {
            return new Extraction.Refused(Reason.BROKEN);
        }
    }
}
