package dev.atelier.adapter.ai;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a part of a prompt is there for. */
enum Role {
    /** Something to draw on. */
    MATERIAL,
    /** What to write about. */
    SUBJECT,
    /** How to write. */
    DIRECTION;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int WORDS_OF_A_LABEL = 4;
    private static final Map<String, Role> BY_WORD = byWord();

    /** The role of what follows {@code label} and a colon; the last word that is known decides. */
    static Optional<Role> labelled(String label) {
        var words = Words.in(label);
        if (words.size() > WORDS_OF_A_LABEL) {
            return Optional.empty();
        }
        return words.reversed().stream()
                .flatMap(word -> Optional.ofNullable(BY_WORD.get(Words.stem(word))).stream())
                .findFirst();
    }

    private static Map<String, Role> byWord() {
        var roles = new HashMap<String, Role>();
        for (var line : Resource.lines("labels.txt")) {
            var parts = line.split(":", 2);
            var role = valueOf(parts[0].toUpperCase(Locale.ROOT));
            BLANKS.splitAsStream(parts[1].strip()).forEach(word -> roles.put(Words.stem(word), role));
        }
        return Map.copyOf(roles);
    }
}
