package dev.atelier.adapter.ai;

import java.awt.geom.Path2D;
import java.util.function.DoubleUnaryOperator;

/** The outline of land against what is behind it. */
final class Ridge {

    private static final double STEP = 3;
    private static final int ROUGHEST = 6;

    private Ridge() {}

    /** Everything below a line, down to the lower edge. */
    static Path2D below(Canvas canvas, DoubleUnaryOperator heightAt) {
        var path = new Path2D.Double();
        path.moveTo(0, canvas.height());
        for (double x = 0; x <= canvas.width() + STEP; x += STEP) {
            path.lineTo(x, heightAt.applyAsDouble(x));
        }
        path.lineTo(canvas.width() + STEP, canvas.height());
        path.closePath();
        return path;
    }

    /** A soft line around {@code middle}: a few waves, the shorter the flatter. */
    static DoubleUnaryOperator rolling(Canvas canvas, double middle, double amplitude) {
        DoubleUnaryOperator line = x -> middle;
        for (int octave = 1; octave <= 3; octave++) {
            double length = canvas.width() / (octave * canvas.between(0.8, 1.5));
            double phase = canvas.between(0, 2 * Math.PI);
            double share = amplitude / (octave * octave);
            var before = line;
            line = x -> before.applyAsDouble(x) + share * Math.sin(2 * Math.PI * x / length + phase);
        }
        return line;
    }

    /** A jagged line around {@code middle}, by midpoint displacement. */
    static DoubleUnaryOperator jagged(Canvas canvas, double middle, double amplitude) {
        int cells = 1 << ROUGHEST;
        var heights = new double[cells + 1];
        heights[0] = canvas.between(-0.5, 0.5);
        heights[cells] = canvas.between(-0.5, 0.5);
        double swing = 1;
        for (int step = cells; step > 1; step /= 2) {
            for (int at = step / 2; at < cells; at += step) {
                heights[at] = (heights[at - step / 2] + heights[at + step / 2]) / 2 + canvas.between(-swing, swing);
            }
            swing *= 0.53;
        }
        double cell = (double) canvas.width() / cells;
        return x -> {
            double place = Math.clamp(x / cell, 0, cells - 1e-6);
            int at = (int) place;
            double height = heights[at] + (heights[at + 1] - heights[at]) * (place - at);
            return middle + amplitude * height;
        };
    }
}
