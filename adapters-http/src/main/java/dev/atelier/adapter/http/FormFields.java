package dev.atelier.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The fields of a form that are no files. One of them is of interest; the others are passed over. */
final class FormFields {

    static final String SHA256 = "sha256";

    /** What is longer is no digest. */
    private static final int LONGEST = 256;

    private String digest = "";

    void add(FormPart part, InputStream content) throws IOException {
        if (part.fileName().isEmpty() && part.name().equals(SHA256)) {
            digest = new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        }
    }

    /** What was said of the digest of the file; empty when nothing was. */
    Optional<String> sha256() {
        return Optional.of(digest).filter(text -> !text.isEmpty());
    }
}
