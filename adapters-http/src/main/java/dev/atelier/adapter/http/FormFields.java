package dev.atelier.adapter.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;

/** The fields of a form that are no files. One of them is of interest; the others are passed over, however many there are. */
final class FormFields {

    static final String SHA256 = "sha256";

    /** What is longer is no digest. */
    private static final int LONGEST = 256;

    private String digest = "";

    void add(FileItemInput part) throws IOException {
        if (part.isFormField() && part.getFieldName().equals(SHA256)) {
            digest = new String(part.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        }
    }

    /** What was said of the digest of the file; empty when nothing was. */
    Optional<String> sha256() {
        return Optional.of(digest).filter(text -> !text.isEmpty());
    }
}
