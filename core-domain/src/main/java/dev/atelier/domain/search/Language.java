package dev.atelier.domain.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a text is written in, as far as it matters for finding and answering. */
public enum Language {
    ENGLISH("the and of to in is that it for was on are as with his they at be this have from or had by not but what"
            + " were when your can said there each which she do how their if will about an who does where why"
            + " did has you we"),
    PORTUGUESE(
            "de que e do da em um para com n\u00e3o uma os no se na por mais as dos como mas foi ao ele das tem \u00e0"
                    + " seu sua ou ser quando muito h\u00e1 nos j\u00e1 est\u00e1 eu tamb\u00e9m s\u00f3 pelo pela at\u00e9"
                    + " isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles est\u00e3o voc\u00ea qual"
                    + " quais onde quanto quantos o a \u00e9 s\u00e3o foram"),
    OTHER("");

    /** Enough to know, and it takes well below a millisecond. */
    private static final int CONSIDERED = 4_000;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    /** The words that say least and are written most, a blank around each. */
    private final String commonWords;

    Language(String commonWords) {
        this.commonWords = " " + commonWords + " ";
    }

    /** The language whose common words are the most in {@code text}; {@link #OTHER} when there are none, or as many of each. */
    public static Language of(String text) {
        var beginning = text.substring(0, Math.min(text.length(), CONSIDERED)).toLowerCase(Locale.ROOT);
        var words = NO_LETTERS
                .splitAsStream(beginning)
                .filter(word -> !word.isEmpty())
                .toList();
        long english = ENGLISH.count(words);
        long portuguese = PORTUGUESE.count(words);
        if (english == portuguese) {
            return OTHER;
        }
        return english > portuguese ? ENGLISH : PORTUGUESE;
    }

    private long count(List<String> words) {
        return words.stream()
                .filter(word -> commonWords.contains(" " + word + " "))
                .count();
    }
}
