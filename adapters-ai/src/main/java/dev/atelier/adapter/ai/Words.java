package dev.atelier.adapter.ai;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words, and the form in which they are compared: lower case, without accents. */
final class Words {

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:['\u2019-][\\p{L}\\p{N}]+){0,3}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** A run of letters that is longer is no word, and would make the words that are compared too costly. */
    private static final int MAX_LENGTH = 60;

    private Words() {}

    /** The words of a text as they are written. */
    static List<String> in(String text) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (matcher.end() - matcher.start() <= MAX_LENGTH) {
                words.add(matcher.group());
            }
        }
        return words;
    }

    static boolean areIn(String text) {
        return WORD.matcher(text).find();
    }

    static String fold(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(letter -> letter < 0x80)) {
            return lower;
        }
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Folded, without the {@code s} of a plural: enough for the languages that we know. */
    static String stem(String word) {
        var folded = fold(word);
        return folded.length() > 3 && folded.endsWith("s") && !folded.endsWith("ss")
                ? folded.substring(0, folded.length() - 1)
                : folded;
    }

    /** The words of a list, blanks between them, in the form in which {@link #stem} gives them. */
    static Set<String> listed(String... resources) {
        return Arrays.stream(resources)
                .flatMap(name -> Resource.lines(name).stream())
                .flatMap(BLANKS::splitAsStream)
                .map(Words::stem)
                .collect(Collectors.toUnmodifiableSet());
    }
}
