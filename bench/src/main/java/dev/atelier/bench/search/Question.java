package dev.atelier.bench.search;

import dev.atelier.domain.search.Passage;
import java.util.regex.Pattern;

/**
 * Something that is asked of the corpus.
 *
 * @param language the folder of the document that answers it, {@code en} or {@code pt}
 * @param isTerm whether it is the exact term that somebody would type, and not a question in other words
 * @param document the file that answers it
 * @param span words of the passage that answers it
 */
record Question(String language, boolean isTerm, String document, String text, String span) {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Whether a passage of its document answers it. A line that is broken elsewhere is the same line. */
    boolean isAnsweredBy(Passage passage) {
        return flat(passage.text()).contains(flat(span));
    }

    static String flat(String text) {
        return SPACE.matcher(text).replaceAll(" ");
    }
}
