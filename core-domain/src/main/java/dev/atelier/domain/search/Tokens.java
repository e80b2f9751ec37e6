package dev.atelier.domain.search;

/**
 * About how many tokens of a model a text is. Each model has its own; this is the common rule of thumb: four letters, digits
 * or blanks of a Latin script are one, two letters of another alphabet, one character of the rest (ideographs, syllables,
 * punctuation, symbols). It is counted in quarters, so that the parts of a text add up to the whole.
 */
final class Tokens {

    /** How many quarters a token has. */
    static final int ONE = 4;

    private Tokens() {}

    /** Of {@code text} from {@code start} to {@code end}, in quarters of a token. */
    static int quarters(CharSequence text, int start, int end) {
        int sum = 0;
        for (int i = start; i < end; ) {
            int character = Character.codePointAt(text, i);
            sum += quarters(character);
            i += Character.charCount(character);
        }
        return sum;
    }

    /** Of one character, 1 to {@value #ONE}. */
    static int quarters(int character) {
        if (Character.isWhitespace(character)) {
            return 1;
        }
        if (!Character.isLetterOrDigit(character) && !isMark(character)) {
            return ONE;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case LATIN, COMMON, INHERITED -> 1;
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> ONE;
            default -> 2;
        };
    }

    private static boolean isMark(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
