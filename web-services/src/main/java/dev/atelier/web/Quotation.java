package dev.atelier.web;

import java.util.Arrays;
import java.util.List;

/** What a service says, fit to be shown and logged: one line, not long, without keys and without what it was told. */
final class Quotation {

    private static final int LONGEST = 300;

    /** So many characters that a service repeats of what it was told are no coincidence. */
    private static final int REPEATED = 16;

    private static final int SEARCHED = 200_000;

    private Quotation() {}

    /**
     * @param key to be left out wherever it is
     * @param confidential texts of which no longer piece is quoted
     */
    static String of(String said, String key, List<String> confidential) {
        var line = said.length() > 4 * LONGEST ? said.substring(0, 4 * LONGEST) : said;
        line = blankless(key.isEmpty() ? line : line.replace(key, "[key]"));
        for (var text : confidential) {
            line = without(line, blankless(text.length() > SEARCHED ? text.substring(0, SEARCHED) : text));
        }
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    private static String blankless(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String without(String line, String text) {
        int piece = Math.min(REPEATED, text.length());
        if (piece < 4) {
            return line; // shorter than any word that would tell something
        }
        var repeated = new boolean[line.length()];
        for (int i = 0; i + piece <= line.length(); i++) {
            if (text.contains(line.substring(i, i + piece))) {
                Arrays.fill(repeated, i, i + piece, true);
            }
        }
        var rest = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (!repeated[i]) {
                rest.append(line.charAt(i));
            } else if (i == 0 || !repeated[i - 1]) {
                rest.append("[...]");
            }
        }
        return rest.toString();
    }
}
