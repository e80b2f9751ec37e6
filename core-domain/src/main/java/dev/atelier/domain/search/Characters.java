package dev.atelier.domain.search;

/** What a text may hold: anything but NUL and lone surrogates, which neither UTF-8 nor PostgreSQL takes. */
final class Characters {

    private static final char NUL = '\0';
    private static final int REPLACEMENT = 0xFFFD;

    private Characters() {}

    static boolean areClean(String text) {
        return text.codePoints().noneMatch(character -> character == NUL || isHalf(character));
    }

    static String clean(String text) {
        if (areClean(text)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> character != NUL)
                .map(character -> isHalf(character) ? REPLACEMENT : character)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
