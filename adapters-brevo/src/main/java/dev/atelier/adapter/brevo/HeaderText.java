package dev.atelier.adapter.brevo;

import java.util.regex.Pattern;

/** Text that becomes a header of a mail: one line, whatever it was. */
final class HeaderText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]");

    private HeaderText() {}

    /** @param longest in characters (code points); what is beyond is cut off */
    static String of(String text, int longest) {
        var line = CONTROL.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest));
    }
}
