package dev.atelier.bench.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The everyday papers of a studio, written for this purpose, with questions whose right passage is known. Whoever adds to it adds a file
 * and its questions to {@code questions.txt}.
 *
 * @param documents by the names of their files
 * @param questions that one of them answers
 * @param unanswerable that none of them answers
 */
record Corpus(Map<String, DocumentDetails> documents, List<Question> questions, List<Question> unanswerable) {

    private static final String FOLDER = "/search/";
    private static final String NOBODY = "none/";

    /** @throws IllegalStateException when the words of a question do not stand in its document, or stand there twice */
    static Corpus read() throws IOException {
        var documents = new LinkedHashMap<String, DocumentDetails>();
        var questions = new ArrayList<Question>();
        var unanswerable = new ArrayList<Question>();
        var document = "";
        for (var line : resource("questions.txt").lines().toList()) {
            if (line.startsWith("- ") || line.startsWith("= ")) {
                if (document.startsWith(NOBODY)) {
                    unanswerable.add(
                            new Question(document.substring(NOBODY.length()), false, "", line.substring(2), ""));
                } else {
                    questions.add(question(line, document, documents));
                }
            } else if (!line.isBlank() && !line.startsWith("#")) {
                document = line;
                if (!document.startsWith(NOBODY)) {
                    documents.put(document, document(resource(document)));
                }
            }
        }
        return new Corpus(documents, questions, unanswerable);
    }

    /** The first line is the title, which stands apart in the product. */
    private static DocumentDetails document(String text) {
        int end = text.indexOf('\n');
        return new DocumentDetails(
                text.substring("# ".length(), end),
                text.substring(end).strip(),
                MediaType.MARKDOWN,
                DocumentStatus.DONE);
    }

    private static Question question(String line, String document, Map<String, DocumentDetails> documents) {
        int bar = line.indexOf(" | ");
        var span = line.substring(bar + 3);
        var content =
                Question.flat(Objects.requireNonNull(documents.get(document)).content());
        int first = content.indexOf(span);
        if (first < 0 || content.indexOf(span, first + 1) >= 0) {
            throw new IllegalStateException("these words do not stand once in %s: %s".formatted(document, line));
        }
        return new Question(document.substring(0, 2), line.startsWith("="), document, line.substring(2, bar), span);
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = Corpus.class.getResourceAsStream(FOLDER + name)) {
            return new String(
                    Objects.requireNonNull(resource, () -> "no file " + name).readAllBytes(), UTF_8);
        }
    }
}
