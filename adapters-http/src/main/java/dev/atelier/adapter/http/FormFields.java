package dev.atelier.adapter.http;

import dev.atelier.domain.document.DocumentDetails;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The fields of a form that are no files. Some are of interest; the others are passed over. */
final class FormFields {

    static final String SHA256 = "sha256";

    static final String TITLE = "title";

    /** What is longer is neither a digest nor a title. */
    private static final int LONGEST = 4 * (DocumentDetails.TITLE_MAX + 1);

    private String digest = "";
    private Optional<String> title = Optional.empty();

    void add(FormPart part, InputStream content) throws IOException {
        if (part.fileName().isEmpty() && part.name().equals(SHA256)) {
            digest = text(content).strip();
        }
        if (part.fileName().isEmpty() && part.name().equals(TITLE)) {
            title = Optional.of(text(content));
        }
    }

    private static String text(InputStream content) throws IOException {
        return new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8);
    }

    /** What the document of the file is to be called; empty when nothing was said. */
    Optional<String> title() {
        return title;
    }

    /** What was said of the digest of the file; empty when nothing was. */
    Optional<String> sha256() {
        return Optional.of(digest).filter(text -> !text.isEmpty());
    }
}
