package dev.atelier.application;

/** Texts that come from outside of people: what cannot be stored in them is left out rather than refused. */
final class Texts {

    private static final int REPLACEMENT = 0xFFFD;

    private Texts() {}

    /** {@code text} without NUL, and with U+FFFD in place of halves of surrogate pairs. */
    static String storable(String text) {
        var storable = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0)
                .map(point ->
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }

    /** The first {@code max} characters (code points) of {@code text}. */
    static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
