package dev.atelier.adapter.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.text.TextPosition;

/** How many letters there are of each size, in half points: files round them in many ways. */
final class FontSizes {

    private static final int LARGER_BY = 6;

    private final Map<Integer, Integer> letters = new TreeMap<>();

    void count(List<TextPosition> positions) {
        for (var position : positions) {
            count(Math.round(2 * position.getFontSizeInPt()), 1);
        }
    }

    void count(int halfPoints, int more) {
        letters.merge(halfPoints, more, Integer::sum);
    }

    /** The size of the most letters, of several the smallest; 0 when there are none. */
    int mostCommon() {
        int size = 0;
        int most = 0;
        for (var entry : letters.entrySet()) {
            if (entry.getValue() > most) {
                size = entry.getKey();
                most = entry.getValue();
            }
        }
        return size;
    }

    /** Whether a reader sees the difference: one is larger than the other by a sixth. */
    static boolean differ(int one, int other) {
        return Math.max(one, other) * LARGER_BY >= Math.min(one, other) * (LARGER_BY + 1);
    }

    void clear() {
        letters.clear();
    }
}
