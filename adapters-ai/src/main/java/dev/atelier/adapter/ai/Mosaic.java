package dev.atelier.adapter.ai;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** Quarters, halves and wholes of circles on a grid of tiles. */
final class Mosaic {

    private static final int TILES_ON_THE_SHORTER_SIDE = 5;

    private Mosaic() {}

    static void paint(Canvas canvas) {
        double wanted = Math.min(canvas.width(), canvas.height()) / (double) TILES_ON_THE_SHORTER_SIDE;
        int columns = (int) Math.round(canvas.width() / wanted);
        int rows = (int) Math.round(canvas.height() / wanted);
        double width = (double) canvas.width() / columns;
        double height = (double) canvas.height() / rows;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                tile(canvas, new Rectangle2D.Double(column * width, row * height, width, height));
            }
        }
    }

    private static void tile(Canvas canvas, Rectangle2D tile) {
        var shades = canvas.palette().shades();
        int ground = canvas.dice().nextInt(shades.size());
        int figure = (ground + canvas.dice().nextInt(1, shades.size())) % shades.size();
        var light = canvas.dice().nextInt(5) == 0;
        canvas.pen().setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        canvas.fill(tile, shades.get(ground)); // without soft edges, between which the ground would shine through
        canvas.pen().setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var clip = canvas.pen().getClip();
        canvas.pen().clip(tile);
        figure(canvas, tile, light ? canvas.palette().light() : shades.get(figure), shades.get(ground));
        canvas.pen().setClip(clip);
    }

    private static void figure(Canvas canvas, Rectangle2D tile, Color colour, Color ground) {
        double x = tile.getX();
        double y = tile.getY();
        double width = tile.getWidth();
        double height = tile.getHeight();
        int turn = canvas.dice().nextInt(4);
        boolean right = turn % 2 == 1;
        boolean low = turn / 2 == 1;
        switch (canvas.dice().nextInt(7)) {
            case 0 -> {
                canvas.fill(circle(x + (right ? width : 0), y + (low ? height : 0), width, height), colour);
                canvas.fill(circle(x + (right ? width : 0), y + (low ? height : 0), width / 2, height / 2), ground);
            }
            case 1 -> canvas.fill(circle(x + (right ? width : 0), y + (low ? height : 0), width, height), colour);
            case 2 -> canvas.fill(circle(x + width / 2, y + height / 2, width * 0.36, height * 0.36), colour);
            case 3 ->
                canvas.fill(
                        new Arc2D.Double(
                                x, y + (low ? -height / 2 : height / 2), width, height, low ? 180 : 0, 180, Arc2D.PIE),
                        colour);
            case 4 ->
                canvas.fill(
                        right
                                ? Shapes.polygon(x, y, x + width, y, x, y + height)
                                : Shapes.polygon(x + width, y, x + width, y + height, x, y + height),
                        colour);
            case 5 -> {
                for (int stripe = 0; stripe < 4; stripe++) {
                    canvas.fill(new Rectangle2D.Double(x, y + height * (stripe + 0.25) / 4, width, height / 8), colour);
                }
            }
            default -> {
                canvas.fill(circle(x, y + height / 2, width / 2, height / 2), colour);
                canvas.fill(circle(x + width, y + height / 2, width / 2, height / 2), colour);
            }
        }
    }

    private static Shape circle(double x, double y, double horizontal, double vertical) {
        return new Ellipse2D.Double(x - horizontal, y - vertical, 2 * horizontal, 2 * vertical);
    }
}
