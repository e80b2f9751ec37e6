package dev.atelier.adapter.ai;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as anybody may have sent them, made fit for reading; and cut to size. */
final class PlainText {

    /** More of a prompt is not read. */
    static final int MAX_LENGTH = 1_000_000;

    private static final String ELLIPSIS = "\u2026";
    private static final Pattern END_OF_LINE = Pattern.compile("\\R");
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** Well-formed Unicode with {@code \n} at the end of lines and no other control characters. */
    static String clean(String text) {
        var head = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        var clean = new StringBuilder(head.length());
        END_OF_LINE
                .matcher(head)
                .replaceAll("\n")
                .codePoints()
                .map(PlainText::harmless)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int harmless(int point) {
        if (point == '\n') {
            return point;
        }
        if (Character.getType(point) == Character.SURROGATE) {
            return REPLACEMENT;
        }
        return Character.isISOControl(point) ? ' ' : point;
    }

    /** The text, or as many whole words of it as fit with an ellipsis into so many code points; at least as much as fits. */
    static String cut(String text, int max) {
        if (text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        if (max < 1) {
            return "";
        }
        int end = text.offsetByCodePoints(0, max - 1);
        int blank = text.lastIndexOf(' ', end);
        var kept = text.substring(0, blank > end / 2 ? blank : end);
        return kept.replaceAll("[\\s,;:.(\\-\u2013\u2014]+$", "") + ELLIPSIS;
    }

    /** With its first letter as a capital. */
    static String capitalised(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }

    /** As a sentence: capital at its beginning, and something that ends it. */
    static String sentence(String text) {
        var sentence = capitalised(text.strip());
        return sentence.isEmpty() || ".!?\u2026\"\u201d\u00bb)".indexOf(sentence.charAt(sentence.length() - 1)) >= 0
                ? sentence
                : sentence.replaceAll("[,;:\\-\u2013\u2014]+$", "") + ".";
    }
}
