package dev.atelier.domain.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of a passage, and where they stand in it. There is no quotation of what does not stand there.
 *
 * @param start in UTF-16 units from the beginning of the passage
 */
public record Quotation(String words, int start) {

    /** A quote that is longer than this is cut at the end of a word. */
    public static final int LENGTH_MAX = 400;

    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+(?:[.!?](?!\\s|$)[^.!?\\n]*)*[.!?]*");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Shorter words say little. */
    private static final int WORD_MIN = 3;

    public int end() {
        return start + words.length();
    }

    /**
     * Looks for {@code claimed} in {@code text}. White space is all the same: a line that is broken elsewhere is the same line.
     *
     * @return the words as they stand in {@code text}; empty when they do not
     */
    public static Optional<Quotation> find(String claimed, String text) {
        var stripped = claimed.strip();
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        var pattern = SPACE.splitAsStream(stripped).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        var matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Optional.of(new Quotation(matcher.group(), matcher.start())) : Optional.empty();
    }

    /** The sentence of {@code text} that has most words in common with {@code statement}; the first of equals. */
    public static Optional<Quotation> nearest(String statement, String text) {
        var wanted = words(statement);
        Optional<Quotation> best = Optional.empty();
        double most = -1;
        for (var sentence : sentences(text)) {
            double common = likeness(wanted, words(sentence.words()));
            if (common > most) {
                best = Optional.of(sentence);
                most = common;
            }
        }
        return best.map(Quotation::shortened);
    }

    /** How much of what is wanted is there; of two that have the same, the shorter one says it more plainly. */
    private static double likeness(Set<String> wanted, Set<String> there) {
        long common = there.stream().filter(wanted::contains).count();
        return common / Math.sqrt(1.0 + there.size());
    }

    private static List<Quotation> sentences(String text) {
        var sentences = new ArrayList<Quotation>();
        var matcher = SENTENCE.matcher(text);
        while (matcher.find()) {
            var words = matcher.group().strip();
            if (!words.isEmpty()) {
                sentences.add(new Quotation(words, text.indexOf(words, matcher.start())));
            }
        }
        return sentences;
    }

    private static Set<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= WORD_MIN)
                .collect(Collectors.toSet());
    }

    private Quotation shortened() {
        if (words.length() <= LENGTH_MAX) {
            return this;
        }
        int end = words.lastIndexOf(' ', LENGTH_MAX);
        int safe = end > 0 ? end : words.offsetByCodePoints(0, LENGTH_MAX / 2);
        return new Quotation(words.substring(0, safe), start);
    }
}
