package dev.atelier.domain.search;

import java.util.regex.Pattern;

/**
 * Tells where words of an extracted text stand in what it was extracted from, which may have marks, entities and other white space
 * between them. Word after word is looked for; one that is written otherwise there is passed over.
 */
public final class TextAlignment {

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** So far ahead a word is looked for: what stands between two words is a tag or two, or a script. */
    private static final int AHEAD = 4_000;

    private final int[] starts;
    private final int[] ends;

    private TextAlignment(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    public static TextAlignment of(String extracted, String source) {
        var starts = new int[extracted.length() + 1];
        var ends = new int[extracted.length() + 1];
        int done = 0;
        int position = 0;
        var words = WORD.matcher(extracted);
        while (words.find()) {
            int found = find(words.group(), source, position);
            int start = found < 0 ? position : found;
            int end = found < 0 ? position : found + words.group().length();
            for (; done < words.end(); done++) {
                int within = Math.max(0, done - words.start());
                starts[done] = Math.min(start + within, end);
                ends[done] = done <= words.start() ? position : Math.min(start + within, end);
            }
            position = end;
        }
        for (; done <= extracted.length(); done++) {
            starts[done] = position;
            ends[done] = position;
        }
        return new TextAlignment(starts, ends);
    }

    private static int find(String word, String source, int from) {
        return source.indexOf(word, from, Math.min(source.length(), from + AHEAD));
    }

    /** Where a range that begins at {@code offset} of the extracted text begins in the source. */
    public int start(int offset) {
        return starts[offset];
    }

    /** Where a range that ends before {@code offset} of the extracted text has ended in the source. */
    public int end(int offset) {
        return ends[offset];
    }
}
