package dev.atelier.adapter.ai;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws the caption, over a shade that makes it legible on any ground. */
final class CaptionPlate {

    private static final double MARGIN = 0.07;
    private static final double LARGEST = 5.6;
    private static final double LINE_HEIGHT = 1.75;
    private static final double STROKE = 0.11;

    private CaptionPlate() {}

    static void paint(Canvas canvas, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        double margin = MARGIN * Math.min(canvas.width(), canvas.height());
        double widest = lines.stream().mapToDouble(Lettering::width).max().orElse(1);
        double scale = Math.min(
                (canvas.width() - 2 * margin) / Math.max(widest, 1), canvas.unit() * LARGEST / Lettering.HEIGHT);
        double size = scale * Lettering.HEIGHT;
        double top = canvas.height() - margin - size * (1 + LINE_HEIGHT * (lines.size() - 1));
        shade(canvas, top - size * 2.4);
        rule(canvas, margin, top - size * 0.95, size);
        for (int i = 0; i < lines.size(); i++) {
            line(canvas, lines.get(i), margin, top + i * size * LINE_HEIGHT, scale);
        }
    }

    private static void shade(Canvas canvas, double top) {
        var dark = Canvas.mix(canvas.palette().near(), Color.BLACK, 0.45);
        canvas.fill(
                new Rectangle2D.Double(0, top, canvas.width(), canvas.height() - top),
                Canvas.vertical(
                        top,
                        canvas.height(),
                        Canvas.faded(dark, 0),
                        Canvas.faded(dark, 0.75),
                        Canvas.faded(dark, 0.92)));
    }

    private static void rule(Canvas canvas, double x, double y, double size) {
        canvas.pen().setPaint(canvas.palette().accent());
        canvas.pen().setStroke(new BasicStroke((float) (size * 0.12), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        canvas.pen().draw(new Line2D.Double(x, y, x + size * 1.6, y));
    }

    private static void line(Canvas canvas, String text, double x, double y, double scale) {
        var place = AffineTransform.getTranslateInstance(x, y);
        place.scale(scale, scale);
        canvas.pen().setPaint(canvas.palette().light());
        canvas.pen()
                .setStroke(new BasicStroke(
                        (float) (scale * Lettering.HEIGHT * STROKE), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.pen().draw(place.createTransformedShape(Lettering.lines(text)));
    }
}
