package dev.atelier.adapter.ai;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** Capital letters as lines, of our own: a container may have no fonts, and every machine has others. */
final class Lettering {

    /** How tall capitals are in the units of the letters. */
    static final double HEIGHT = 100;

    private static final double GAP = 34;
    private static final double BLANK = 62;
    private static final Map<Integer, Letter> LETTERS = letters();

    private Lettering() {}

    /** Whether there is a letter for each character. */
    static boolean canSpell(String text) {
        return decomposed(text).codePoints().allMatch(point -> point == ' ' || LETTERS.containsKey(point));
    }

    static double width(String text) {
        return spell(text, new Path2D.Double());
    }

    /** The lines of a text, from 0 rightwards and downwards. */
    static Path2D lines(String text) {
        var lines = new Path2D.Double();
        spell(text, lines);
        return lines;
    }

    /** Adds the text to {@code lines}; returns how wide it is. */
    private static double spell(String text, Path2D lines) {
        double x = 0;
        double middle = 0;
        for (int point : decomposed(text).codePoints().toArray()) {
            var letter = LETTERS.get(point);
            if (letter == null) {
                x += BLANK;
            } else if (letter.isAccent()) {
                lines.append(letter.path().getPathIterator(AffineTransform.getTranslateInstance(middle, 0)), false);
            } else {
                lines.append(letter.path().getPathIterator(AffineTransform.getTranslateInstance(x, 0)), false);
                middle = x + letter.width() / 2;
                x += letter.width() + GAP;
            }
        }
        return Math.max(0, x - GAP);
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace('\u2019', '\'')
                .replace('\u2013', '-');
    }

    private static Map<Integer, Letter> letters() {
        var letters = new HashMap<Integer, Letter>();
        for (var line : Resource.lines("letters.txt")) {
            var parts = Arrays.asList(line.split(" ", -1)).iterator();
            var name = parts.next();
            boolean accent = name.startsWith("\\u");
            int point = accent ? Integer.parseInt(name.substring(2), 16) : name.codePointAt(0);
            letters.put(point, new Letter(accent, number(parts), path(parts)));
        }
        return Map.copyOf(letters);
    }

    private static Path2D path(Iterator<String> parts) {
        var path = new Path2D.Double();
        while (parts.hasNext()) {
            switch (parts.next()) {
                case "M" -> path.moveTo(number(parts), number(parts));
                case "L" -> path.lineTo(number(parts), number(parts));
                case "C" ->
                    path.curveTo(
                            number(parts), number(parts), number(parts), number(parts), number(parts), number(parts));
                default -> path.closePath();
            }
        }
        return path;
    }

    private static double number(Iterator<String> parts) {
        return Double.parseDouble(parts.next());
    }

    /** @param isAccent whether it stands on the letter before it */
    private record Letter(boolean isAccent, double width, Path2D path) {}
}
