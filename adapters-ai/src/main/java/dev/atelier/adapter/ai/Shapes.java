package dev.atelier.adapter.ai;

import java.awt.geom.Path2D;

/** Outlines. */
final class Shapes {

    private Shapes() {}

    /** @param coordinates x and y of each corner */
    static Path2D polygon(double... coordinates) {
        var path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }
}
