package dev.atelier.adapter.ai;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.function.DoubleUnaryOperator;

/** Land behind land, paler the farther it is. */
final class Landscape {

    private static final int LAYERS = 6;

    private Landscape() {}

    static void hills(Canvas canvas) {
        double horizon = canvas.height() * canvas.between(0.55, 0.62);
        Sky.paint(canvas, horizon);
        for (int layer = 0; layer < LAYERS; layer++) {
            double middle = middle(canvas, horizon, layer);
            land(canvas, Ridge.rolling(canvas, middle, canvas.height() * 0.05), middle, layer);
        }
    }

    static void mountains(Canvas canvas) {
        double horizon = canvas.height() * canvas.between(0.58, 0.64);
        Sky.paint(canvas, horizon);
        for (int layer = 0; layer < LAYERS; layer++) {
            double middle = middle(canvas, horizon, layer) - canvas.height() * 0.06;
            double amplitude = canvas.height() * (0.3 - 0.045 * layer);
            land(canvas, Ridge.jagged(canvas, middle, amplitude), middle - amplitude, layer);
        }
    }

    static void forest(Canvas canvas) {
        double horizon = canvas.height() * canvas.between(0.5, 0.58);
        Sky.paint(canvas, horizon);
        for (int layer = 0; layer < LAYERS; layer++) {
            double middle = middle(canvas, horizon, layer);
            var ridge = Ridge.rolling(canvas, middle, canvas.height() * 0.03);
            trees(canvas, ridge, layer);
            land(canvas, ridge, middle, layer);
        }
    }

    private static double middle(Canvas canvas, double horizon, int layer) {
        double share = (double) layer / (LAYERS - 1);
        return horizon + (canvas.height() * 0.95 - horizon) * Math.pow(share, 1.3) - canvas.height() * 0.03;
    }

    private static void land(Canvas canvas, DoubleUnaryOperator ridge, double top, int layer) {
        var colour = colour(canvas, layer);
        var mist = Canvas.mix(colour, canvas.palette().sky().getLast(), layer < LAYERS - 1 ? 0.38 : 0);
        canvas.fill(Ridge.below(canvas, ridge), Canvas.vertical(top, top + canvas.height() * 0.22, colour, mist));
    }

    private static Color colour(Canvas canvas, int layer) {
        var palette = canvas.palette();
        var haze = Canvas.mix(palette.far(), palette.sky().getLast(), 0.45);
        return Canvas.mix(haze, palette.near(), Math.pow((double) layer / (LAYERS - 1), 0.85));
    }

    private static void trees(Canvas canvas, DoubleUnaryOperator ridge, int layer) {
        double size = canvas.unit() * (2.5 + 2.2 * layer);
        for (double x = -size; x < canvas.width() + size; x += size * canvas.between(0.18, 0.75)) {
            double height = size * canvas.between(0.7, 1.7);
            canvas.fill(conifer(x, ridge.applyAsDouble(x) + size * 0.15, height), colour(canvas, layer));
        }
    }

    private static Path2D conifer(double x, double foot, double height) {
        var tree = new Path2D.Double();
        int tiers = 5;
        double half = height * 0.2;
        tree.moveTo(x, foot - height);
        for (int side = 1; side >= -1; side -= 2) {
            for (int i = 0; i < tiers; i++) {
                int tier = side > 0 ? i : tiers - 1 - i;
                double low = foot - height + height * (tier + 1) / tiers;
                double wide = half * (tier + 1) / tiers;
                tree.lineTo(x + side * wide * (side > 0 ? 1 : 0.55), low);
                tree.lineTo(x + side * wide * (side > 0 ? 0.55 : 1), low);
            }
        }
        tree.closePath();
        return tree;
    }
}
