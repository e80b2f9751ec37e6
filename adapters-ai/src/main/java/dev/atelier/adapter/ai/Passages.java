package dev.atelier.adapter.ai;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Splits a text into its sentences. Blank lines and list items end one; a line that was only wrapped does not. */
final class Passages {

    /** What is longer is cut into pieces: nobody reads it as one sentence. */
    static final int MAX_LENGTH = 400;

    private static final Set<String> ABBREVIATIONS = Words.listed("abbreviations.txt");
    private static final Pattern LINE_MARK =
            Pattern.compile("^(?:#{1,6}\\s+|>+\\s*|[-*+\u2022\u2013]\\s+|\\(?\\d{1,3}[.)]\\s+|```.*$){1,4}");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|`");
    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}\\p{M}\u00ba]+)\\.$");

    private final List<Passage> found = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean paragraphOpens = true;

    private Passages() {}

    static List<Passage> of(String text) {
        var passages = new Passages();
        text.lines().map(String::strip).forEach(passages::read);
        passages.endLine();
        return passages.found;
    }

    private void read(String written) {
        var text = EMPHASIS.matcher(LINE_MARK.matcher(written).replaceFirst("")).replaceAll("");
        if (text.isBlank()) {
            endLine();
            paragraphOpens |= written.isEmpty();
            return;
        }
        if (!isContinued(written)) {
            endLine();
        }
        line.append(line.isEmpty() ? "" : " ").append(text);
    }

    private boolean isContinued(String next) {
        return !line.isEmpty()
                && Character.isLowerCase(next.codePointAt(0))
                && ".!?:;".indexOf(line.charAt(line.length() - 1)) < 0
                && line.length() < PlainText.MAX_LENGTH;
    }

    private void endLine() {
        boolean lineOpens = true;
        for (var sentence : sentences(line.toString())) {
            for (var piece : pieces(sentence)) {
                found.add(new Passage(piece, paragraphOpens, lineOpens));
                paragraphOpens = false;
                lineOpens = false;
            }
        }
        line.setLength(0);
    }

    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end == text.length() || !endsInAbbreviation(text, start, end)) {
                sentences.add(text.substring(start, end).strip());
                start = end;
            }
        }
        return sentences;
    }

    private static boolean endsInAbbreviation(String text, int start, int end) {
        var tail = text.substring(Math.max(start, end - 16), end).strip();
        var word = LAST_WORD.matcher(tail);
        return word.find() && (word.group(1).length() == 1 || ABBREVIATIONS.contains(Words.stem(word.group(1))));
    }

    private static List<String> pieces(String sentence) {
        var pieces = new ArrayList<String>();
        int start = 0;
        while (sentence.length() - start > MAX_LENGTH) {
            int end = start + cut(sentence.substring(start, start + MAX_LENGTH));
            pieces.add(sentence.substring(start, end).strip() + "\u2026");
            start = end;
        }
        pieces.add(sentence.substring(start).strip());
        return pieces.stream().filter(piece -> !piece.isEmpty()).toList();
    }

    /** Behind the last word; never within a character. */
    private static int cut(String text) {
        int blank = text.lastIndexOf(' ');
        boolean split = Character.isHighSurrogate(text.charAt(text.length() - 1));
        return blank > 0 ? blank : text.length() - (split ? 1 : 0);
    }
}
