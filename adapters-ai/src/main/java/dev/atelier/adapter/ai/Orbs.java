package dev.atelier.adapter.ai;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** Spheres, rings and dust: for what has no landscape. */
final class Orbs {

    private Orbs() {}

    static void paint(Canvas canvas) {
        var palette = canvas.palette();
        var colours = palette.sky();
        canvas.fill(
                new Rectangle2D.Double(0, 0, canvas.width(), canvas.height()),
                Canvas.vertical(
                        0,
                        canvas.height() * 1.15,
                        Canvas.mix(colours.get(0), palette.near(), 0.5),
                        colours.get(0),
                        colours.get(1)));
        for (int i = 0; i < 5; i++) {
            double radius = canvas.unit() * canvas.between(35, 65);
            canvas.glow(
                    canvas.between(0, canvas.width()),
                    canvas.between(0, canvas.height()),
                    radius,
                    i % 2 == 0 ? palette.accent() : colours.get(2),
                    0.3);
        }
        dust(canvas);
        double x = canvas.width() * canvas.between(0.42, 0.62);
        double y = canvas.height() * canvas.between(0.38, 0.48);
        double radius = canvas.unit() * canvas.between(19, 24);
        rings(canvas, x, y, radius);
        sphere(canvas, x, y, radius, palette.accent());
        satellites(canvas, x, y, radius);
    }

    private static void dust(Canvas canvas) {
        for (int i = 0; i < 130; i++) {
            canvas.disc(
                    canvas.between(0, canvas.width()),
                    canvas.between(0, canvas.height()),
                    canvas.unit() * canvas.between(0.05, 0.28),
                    Canvas.faded(canvas.palette().light(), canvas.between(0.1, 0.6)));
        }
    }

    private static void rings(Canvas canvas, double x, double y, double radius) {
        canvas.pen().setPaint(Canvas.faded(canvas.palette().light(), 0.35));
        for (int ring = 0; ring < 4; ring++) {
            double reach = radius * (1.35 + ring * 0.38);
            canvas.pen().setStroke(new BasicStroke((float) (canvas.unit() * (ring == 1 ? 0.35 : 0.12))));
            canvas.pen().draw(new Ellipse2D.Double(x - reach, y - reach, 2 * reach, 2 * reach));
        }
    }

    private static void satellites(Canvas canvas, double x, double y, double radius) {
        var shades = canvas.palette().shades();
        for (int i = 0; i < 7; i++) {
            double angle = canvas.between(0, 2 * Math.PI);
            double reach = radius * (1.35 + canvas.dice().nextInt(4) * 0.38);
            var colour =
                    i == 0 ? canvas.palette().light() : shades.get(canvas.dice().nextInt(1, shades.size()));
            sphere(
                    canvas,
                    x + reach * Math.cos(angle),
                    y + reach * Math.sin(angle),
                    radius * canvas.between(0.06, 0.28),
                    colour);
        }
    }

    private static void sphere(Canvas canvas, double x, double y, double radius, Color colour) {
        var palette = canvas.palette();
        canvas.glow(x, y, radius * 1.6, colour, 0.25);
        canvas.disc(
                x,
                y,
                radius,
                new RadialGradientPaint(
                        new Point2D.Double(x, y),
                        (float) (radius * 1.05),
                        new Point2D.Double(x - radius * 0.45, y - radius * 0.5),
                        new float[] {0, 0.45f, 1},
                        new Color[] {
                            Canvas.mix(colour, palette.light(), 0.75), colour, Canvas.mix(colour, palette.near(), 0.8)
                        },
                        RadialGradientPaint.CycleMethod.NO_CYCLE));
    }
}
