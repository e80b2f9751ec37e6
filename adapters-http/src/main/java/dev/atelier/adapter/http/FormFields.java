package dev.atelier.adapter.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;

/** The fields of a form that are no files. There are no more of them than the form may be long. */
final class FormFields {

    /** What is longer is none of the fields that we know. */
    private static final int LONGEST = 1024;

    private final Map<String, String> texts = new HashMap<>();

    /** Adds {@code part}, unless it is too long to be of interest. */
    void add(FileItemInput part) throws IOException {
        if (part.isFormField()) {
            var text = part.getInputStream().readNBytes(LONGEST + 1);
            if (text.length <= LONGEST) {
                texts.put(part.getFieldName(), new String(text, StandardCharsets.UTF_8));
            }
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
