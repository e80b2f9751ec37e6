package dev.atelier.adapter.ai;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Chooses by the words of a prompt. */
final class WordMatch {

    private WordMatch() {}

    /** The choice that most of {@code words} ask for, of several the one asked for first; any one when none is. */
    static <C> C choose(List<C> choices, Function<C, Set<String>> asking, List<String> words, SplittableRandom dice) {
        int any =
                dice.nextInt(choices.size()); // drawn in any case, so that what is drawn later does not depend on words
        return choices.stream()
                .filter(choice -> words.stream().anyMatch(asking.apply(choice)::contains))
                .min(Comparator.<C>comparingLong(choice -> -count(asking.apply(choice), words))
                        .thenComparingInt(choice -> first(asking.apply(choice), words)))
                .orElseGet(() -> choices.get(any));
    }

    private static long count(Set<String> asking, List<String> words) {
        return words.stream().distinct().filter(asking::contains).count();
    }

    private static int first(Set<String> asking, List<String> words) {
        int at = 0;
        while (!asking.contains(words.get(at))) {
            at++;
        }
        return at;
    }
}
