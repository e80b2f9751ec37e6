package dev.atelier.adapter.ai;

import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** The background of outdoor scenes. */
final class Sky {

    private Sky() {}

    /**
     * Paints a sky with a sun or a moon.
     *
     * @param horizon where it ends
     * @return from left to right, where the light is
     */
    static double paint(Canvas canvas, double horizon) {
        var palette = canvas.palette();
        var colours = palette.sky();
        canvas.fill(
                new Rectangle2D.Double(0, 0, canvas.width(), canvas.height()),
                Canvas.vertical(0, horizon, colours.get(0), colours.get(1), colours.get(2)));
        if (palette.isDark()) {
            stars(canvas, horizon);
        }
        double x =
                canvas.width() * (canvas.dice().nextBoolean() ? canvas.between(0.24, 0.4) : canvas.between(0.6, 0.76));
        double y = horizon * canvas.between(palette.isDark() ? 0.25 : 0.45, 0.7);
        double radius = canvas.unit() * canvas.between(5, 8);
        canvas.glow(x, y, radius * 9, palette.light(), 0.6);
        canvas.glow(x, y, radius * 3, palette.light(), 0.7);
        canvas.disc(x, y, radius, palette.light());
        clouds(canvas, horizon);
        return x;
    }

    private static void stars(Canvas canvas, double horizon) {
        int count = (int) (canvas.width() * horizon / 4_500);
        for (int i = 0; i < count; i++) {
            double height = canvas.dice().nextDouble();
            canvas.disc(
                    canvas.between(0, canvas.width()),
                    height * height * horizon,
                    canvas.unit() * canvas.between(0.04, 0.16),
                    Canvas.faded(canvas.palette().light(), canvas.between(0.3, 0.95) * (1 - height * 0.7)));
        }
    }

    /** Thin, long streaks, as they are before a light that stands low. */
    private static void clouds(Canvas canvas, double horizon) {
        int banks = canvas.dice().nextInt(2, 5);
        for (int i = 0; i < banks; i++) {
            double x = canvas.between(-0.1, 0.9) * canvas.width();
            double y = canvas.between(0.12, 0.8) * horizon;
            double length = canvas.between(0.2, 0.45) * canvas.width();
            for (int streak = 0; streak < 4; streak++) {
                double thickness = canvas.unit() * canvas.between(0.5, 1.3);
                double indent = canvas.between(0, 0.4) * length;
                double width = (length - indent) * canvas.between(0.6, 1);
                canvas.fill(
                        new RoundRectangle2D.Double(
                                x + indent, y + streak * canvas.unit() * 0.9, width, thickness, thickness, thickness),
                        Canvas.faded(canvas.palette().light(), 0.16));
            }
        }
    }
}
