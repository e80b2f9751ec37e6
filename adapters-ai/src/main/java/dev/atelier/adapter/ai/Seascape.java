package dev.atelier.adapter.ai;

import java.awt.geom.RoundRectangle2D;

/** Water under a low light, with its reflection and, at times, a sail. */
final class Seascape {

    private static final int WAVES = 7;

    private Seascape() {}

    static void paint(Canvas canvas) {
        double horizon = canvas.height() * canvas.between(0.52, 0.58);
        double light = Sky.paint(canvas, horizon);
        var palette = canvas.palette();
        var distant = Canvas.mix(palette.far(), palette.sky().getLast(), 0.35);
        canvas.band(horizon, canvas.height(), distant, palette.near());
        waves(canvas, horizon);
        reflection(canvas, light, horizon);
        sail(canvas, horizon);
    }

    private static void reflection(Canvas canvas, double light, double horizon) {
        double depth = canvas.height() - horizon;
        for (double y = 0; y < depth * 0.85; y += canvas.unit() * 0.55) {
            double share = y / depth;
            double spread = canvas.unit() * (2 + 11 * share);
            for (int glint = 0; glint < 3; glint++) {
                double width = canvas.unit() * canvas.between(0.6, 3 + 8 * share);
                double x = light + canvas.between(-spread, spread) - width / 2;
                canvas.fill(
                        new RoundRectangle2D.Double(
                                x, horizon + y, width, canvas.unit() * 0.3, canvas.unit() * 0.3, canvas.unit() * 0.3),
                        Canvas.faded(canvas.palette().light(), 0.55 * (1 - share)));
            }
        }
    }

    private static void sail(Canvas canvas, double horizon) {
        double x = canvas.width() * canvas.between(0.15, 0.85);
        double foot = horizon + canvas.unit() * 2.6;
        double size = canvas.unit() * canvas.between(7, 10);
        var hull = Canvas.mix(canvas.palette().near(), canvas.palette().far(), 0.15);
        canvas.fill(
                Shapes.polygon(
                        x + size * 0.04,
                        foot - size,
                        x + size * 0.04,
                        foot - size * 0.12,
                        x + size * 0.45,
                        foot - size * 0.12),
                canvas.palette().light());
        canvas.fill(
                Shapes.polygon(
                        x - size * 0.02,
                        foot - size * 0.85,
                        x - size * 0.02,
                        foot - size * 0.12,
                        x - size * 0.32,
                        foot - size * 0.12),
                canvas.palette().accent());
        canvas.fill(
                Shapes.polygon(
                        x - size * 0.42,
                        foot - size * 0.08,
                        x + size * 0.52,
                        foot - size * 0.08,
                        x + size * 0.36,
                        foot + size * 0.06,
                        x - size * 0.28,
                        foot + size * 0.06),
                hull);
    }

    private static void waves(Canvas canvas, double horizon) {
        var palette = canvas.palette();
        for (int wave = 1; wave <= WAVES; wave++) {
            double share = (double) wave / WAVES;
            double middle = horizon + (canvas.height() - horizon) * (0.12 + 0.8 * Math.pow(share, 1.4));
            double length = canvas.unit() * (10 + 26 * share);
            double phase = canvas.between(0, 2 * Math.PI);
            double swell = canvas.unit() * (0.3 + 1.3 * share);
            var colour = Canvas.mix(palette.far(), palette.near(), share);
            var crest = Ridge.below(canvas, x -> middle + swell * crest(2 * Math.PI * x / length + phase));
            canvas.fill(
                    crest,
                    Canvas.vertical(
                            middle - swell,
                            middle + canvas.unit() * 14,
                            Canvas.faded(Canvas.mix(colour, palette.light(), 0.18), 0.75),
                            Canvas.faded(colour, 0.55)));
        }
    }

    /** Pointed above and round below, as waves are. */
    private static double crest(double angle) {
        return 1 - 2 * Math.pow(Math.abs(Math.sin(angle / 2)), 0.8);
    }
}
