package dev.atelier.domain.workflow;

import java.util.Arrays;
import java.util.Optional;

/** The shape of a picture, width to height. */
public enum AspectRatio {
    SQUARE(1, 1),
    WIDE(16, 9),
    TALL(9, 16),
    LANDSCAPE(4, 3),
    PORTRAIT(3, 4);

    private final int width;
    private final int height;

    AspectRatio(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The one written like {@code 16:9}. */
    public static Optional<AspectRatio> parse(String text) {
        return Arrays.stream(values())
                .filter(ratio -> ratio.toString().equals(text))
                .findFirst();
    }

    /** The one nearest to a size written like {@code 1024x768}; empty when it is not written so. */
    public static Optional<AspectRatio> nearestTo(String size) {
        if (!size.matches("[1-9][0-9]{0,4}x[1-9][0-9]{0,4}")) {
            return Optional.empty();
        }
        var sides = size.split("x", 2);
        double wanted = Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
        return Arrays.stream(values())
                .min((left, right) -> Double.compare(left.distance(wanted), right.distance(wanted)));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    private double distance(double ratio) {
        return Math.abs(Math.log((double) width / height / ratio));
    }

    @Override
    public String toString() {
        return width + ":" + height;
    }
}
