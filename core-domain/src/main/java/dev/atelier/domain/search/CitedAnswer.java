package dev.atelier.domain.search;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the references in an answer: {@code [1]}, {@code [1][3]} or {@code [1, 3]}, behind what rests on them. */
public final class CitedAnswer {

    private static final Pattern REFERENCES = Pattern.compile("\\s*\\[(\\d{1,3}(?:\\s*[,;]\\s*\\d{1,3})*)]");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?][\"'\u201d\u2019)]*\\s+|\\n+");

    private CitedAnswer() {}

    /** The number of each source that is referred to, and the sentence that first does. */
    public static Map<Integer, String> statements(String answer) {
        SortedMap<Integer, String> statements = new TreeMap<>();
        REFERENCES.matcher(answer).results().forEach(references -> {
            var statement = lastSentence(
                    REFERENCES.matcher(answer.substring(0, references.start())).replaceAll(""));
            NUMBER.matcher(references.group(1))
                    .results()
                    .forEach(number -> statements.putIfAbsent(Integer.valueOf(number.group()), statement));
        });
        return statements;
    }

    private static String lastSentence(String text) {
        var stripped = text.strip();
        int start = END_OF_SENTENCE
                .matcher(stripped)
                .results()
                .mapToInt(end -> end.end())
                .max()
                .orElse(0);
        return stripped.substring(start);
    }
}
