package dev.atelier.adapter.ai;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/**
 * Where a scene is drawn. Lengths are in pixels; {@link #unit()} is what to measure in so that a picture looks alike in
 * every shape.
 *
 * @param dice decides what the words leave open
 */
record Canvas(Graphics2D pen, int width, int height, Palette palette, SplittableRandom dice) {

    private static final int GLOW_STOPS = 9;
    private static final double GLOW_FALL = 2.4;

    /** A hundredth of the mean of the sides. */
    double unit() {
        return (width + height) / 200.0;
    }

    double between(double low, double high) {
        return low + (high - low) * dice.nextDouble();
    }

    void fill(Shape shape, Paint paint) {
        pen.setPaint(paint);
        pen.fill(shape);
    }

    void disc(double x, double y, double radius, Paint paint) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), paint);
    }

    /** A light that fades to nothing at {@code radius}, so gradually that no edge shows. */
    void glow(double x, double y, double radius, Color color, double strength) {
        var stops = new float[GLOW_STOPS];
        var colors = new Color[GLOW_STOPS];
        for (int i = 0; i < GLOW_STOPS; i++) {
            stops[i] = (float) i / (GLOW_STOPS - 1);
            colors[i] = faded(color, strength * Math.pow(1 - stops[i], GLOW_FALL));
        }
        disc(x, y, radius, new RadialGradientPaint((float) x, (float) y, (float) radius, stops, colors));
    }

    /** Covers everything between two heights. */
    void band(double top, double bottom, Color upper, Color lower) {
        fill(new Rectangle2D.Double(0, top, width, bottom - top), vertical(top, bottom, upper, lower));
    }

    static Paint vertical(double top, double bottom, Color... colors) {
        var stops = new float[colors.length];
        for (int i = 0; i < stops.length; i++) {
            stops[i] = (float) i / (stops.length - 1);
        }
        return new LinearGradientPaint(0, (float) top, 0, (float) Math.max(bottom, top + 1), stops, colors);
    }

    /** The colour on the way from one to the other, {@code share} from 0 to 1. */
    static Color mix(Color from, Color to, double share) {
        return new Color(
                mix(from.getRed(), to.getRed(), share),
                mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share));
    }

    /** @param opacity from 0 to 1 */
    static Color faded(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int)
                Math.round(255 * Math.clamp(opacity, 0.0, 1.0)));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * Math.clamp(share, 0.0, 1.0));
    }
}
