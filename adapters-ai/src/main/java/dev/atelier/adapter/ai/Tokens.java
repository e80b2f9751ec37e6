package dev.atelier.adapter.ai;

/** Counts tokens by the rule of thumb for European languages: one for four characters (code points), begun ones included. */
final class Tokens {

    private static final int CHARACTERS = 4;

    private Tokens() {}

    static long count(String text) {
        return Math.ceilDiv(text.codePointCount(0, text.length()), CHARACTERS);
    }

    /** How many characters that many tokens can hold. */
    static int characters(int tokens) {
        return (int) Math.min((long) tokens * CHARACTERS, Integer.MAX_VALUE);
    }
}
