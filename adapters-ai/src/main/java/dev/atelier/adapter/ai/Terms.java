package dev.atelier.adapter.ai;

import java.util.List;
import java.util.Set;

/** The words of a text that say what it is about, in the form in which they are compared. */
final class Terms {

    private static final Set<String> OF_REQUESTS =
            Words.listed("task-words.txt", "task-openings.txt", "direction-openings.txt");

    private Terms() {}

    static List<String> of(String text) {
        return Words.in(text).stream()
                .map(Words::stem)
                .filter(stem -> isTelling(stem))
                .toList();
    }

    /** Those of a request, without the words that requests are made of. */
    static List<String> ofRequest(String text) {
        return of(text).stream().filter(term -> !OF_REQUESTS.contains(term)).toList();
    }

    static boolean isTelling(String stem) {
        return stem.length() > 1 && !Language.isStopWord(stem);
    }

    static boolean isOfRequests(String stem) {
        return OF_REQUESTS.contains(stem);
    }
}
