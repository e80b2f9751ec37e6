package dev.atelier.adapter.ai;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** Rows of houses, with lights in the windows of the nearer ones. */
final class Skyline {

    private static final int ROWS = 4;

    private Skyline() {}

    static void paint(Canvas canvas) {
        double ground = canvas.height() * 1.0;
        Sky.paint(canvas, canvas.height() * 0.8);
        for (int row = 0; row < ROWS; row++) {
            row(canvas, row, ground);
        }
    }

    private static void row(Canvas canvas, int row, double ground) {
        var palette = canvas.palette();
        double share = (double) row / (ROWS - 1);
        var haze = Canvas.mix(palette.far(), palette.sky().getLast(), 0.5);
        var colour = Canvas.mix(haze, palette.near(), Math.pow(share, 0.8));
        double tallest = canvas.height() * (0.66 - 0.13 * row);
        double x = -canvas.unit() * canvas.between(0, 8);
        while (x < canvas.width()) {
            double width = canvas.unit() * canvas.between(6, 11 + 3 * share);
            double centre = 1 - Math.abs((x + width / 2) / canvas.width() - 0.5);
            double height = tallest * canvas.between(0.45, 1) * centre;
            house(canvas, new Rectangle2D.Double(x, ground - height, width, height), colour, row);
            x += width + (row < 2 ? 0 : canvas.unit() * canvas.between(0, 1.2));
        }
    }

    private static void house(Canvas canvas, Rectangle2D walls, Color colour, int row) {
        var foot = Canvas.mix(colour, canvas.palette().sky().getLast(), row == ROWS - 1 ? 0.05 : 0.3);
        canvas.fill(walls, Canvas.vertical(walls.getY(), walls.getMaxY(), colour, foot));
        roof(canvas, walls, colour);
        if (row > 0) {
            windows(canvas, walls, row);
        }
    }

    private static void roof(Canvas canvas, Rectangle2D walls, Color colour) {
        double x = walls.getX();
        double y = walls.getY() + 1;
        double width = walls.getWidth();
        switch (canvas.dice().nextInt(5)) {
            case 0 -> canvas.fill(Shapes.polygon(x, y, x + width, y, x + width, y - width * 0.45), colour);
            case 1 -> {
                canvas.fill(
                        new Rectangle2D.Double(x + width * 0.2, y - width * 0.25, width * 0.6, width * 0.3), colour);
                canvas.fill(
                        new Rectangle2D.Double(x + width * 0.48, y - width * 0.9, canvas.unit() * 0.25, width * 0.8),
                        colour);
            }
            case 2 -> canvas.fill(Shapes.polygon(x, y, x + width / 2, y - width * 0.5, x + width, y), colour);
            default ->
                canvas.fill(
                        new Rectangle2D.Double(x + width * 0.15, y - canvas.unit() * 0.8, width * 0.3, canvas.unit()),
                        colour);
        }
    }

    private static void windows(Canvas canvas, Rectangle2D walls, int row) {
        double pane = canvas.unit() * (0.55 + 0.18 * row);
        double gap = pane * 0.85;
        int columns = (int) ((walls.getWidth() - gap) / (pane + gap));
        double margin = (walls.getWidth() - columns * (pane + gap) + gap) / 2;
        double litShare = canvas.between(0.2, 0.55);
        for (double y = walls.getY() + gap * 1.6; y < walls.getMaxY() - pane; y += pane * 1.5 + gap) {
            for (int column = 0; column < columns; column++) {
                double x = walls.getX() + margin + column * (pane + gap);
                boolean lit = canvas.dice().nextDouble() < litShare;
                var colour = canvas.dice().nextInt(6) == 0
                        ? canvas.palette().accent()
                        : canvas.palette().light();
                canvas.fill(
                        new Rectangle2D.Double(x, y, pane, pane * 1.5),
                        Canvas.faded(colour, lit ? 0.3 + 0.18 * row : 0.06));
            }
        }
    }
}
