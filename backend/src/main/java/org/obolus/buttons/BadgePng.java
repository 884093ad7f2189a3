package org.obolus.buttons;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Paints a badge as PNG, for mail programs and feed readers that show no SVG; for each pixel of it one or several. */
final class BadgePng {

    static {
        // Otherwise a machine with a display is asked for it, and one without the libraries for it breaks off.
        System.setProperty("java.awt.headless", "true");
    }

    private BadgePng() {}

    static byte[] paint(Badge badge, int scale) {
        var size = badge.size();
        var image = new BufferedImage(size.width() * scale, size.height() * scale, BufferedImage.TYPE_INT_ARGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(scale, scale);
        BadgeDrawing.of(badge).forEach(piece -> paint(piece, (Graphics2D) canvas.create()));
        canvas.dispose();
        return written(image);
    }

    private static void paint(BadgePiece piece, Graphics2D canvas) {
        var shape = PathData.shape(piece.path());
        var ink = piece.ink();
        canvas.transform(piece.place());
        if (ink.isFilled()) {
            canvas.setColor(Color.decode(ink.fill()));
            canvas.fill(shape);
        }
        if (ink.isDrawn()) {
            canvas.setColor(Color.decode(ink.line()));
            canvas.setStroke(new BasicStroke((float) ink.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            canvas.draw(shape);
        }
        canvas.dispose();
    }

    private static byte[] written(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException notInMemory) {
            throw new UncheckedIOException(notInMemory);
        }
        return bytes.toByteArray();
    }
}
