package org.obolus.buttons;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Iterator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads as much of SVG's path language as our own pictures are written in: absolute M, L, C, upright A, and Z. */
final class PathData {

    private static final Pattern WORD = Pattern.compile("[A-Z]|-?[0-9]+(?:\\.[0-9]+)?");

    private final Path2D path = new Path2D.Double();
    private final Iterator<String> words;

    private PathData(String written) {
        words = WORD.matcher(written).results().map(MatchResult::group).iterator();
    }

    static Path2D shape(String written) {
        var data = new PathData(written);
        while (data.words.hasNext()) {
            data.step(data.words.next());
        }
        return data.path;
    }

    private void step(String letter) {
        switch (letter) {
            case "M" -> path.moveTo(number(), number());
            case "L" -> path.lineTo(number(), number());
            case "C" -> path.curveTo(number(), number(), number(), number(), number(), number());
            case "A" -> arc(radii(), flag(), flag(), point());
            case "Z" -> path.closePath();
            default -> throw new IllegalArgumentException("No step of a path that is read here: " + letter);
        }
    }

    private double number() {
        return Double.parseDouble(words.next());
    }

    private Point2D point() {
        return new Point2D.Double(number(), number());
    }

    /** The ellipses of our pictures stand upright, so what is said about their turn is passed over. */
    private Point2D radii() {
        var radii = point();
        words.next();
        return radii;
    }

    private boolean flag() {
        return number() == 1;
    }

    /** From the point reached to another one, along an ellipse of these radii (SVG 2, appendix B.2.4). */
    private void arc(Point2D radii, boolean large, boolean clockwise, Point2D end) {
        var start = path.getCurrentPoint();
        // Half of the way, where the ellipse is a circle of radius 1 around its middle.
        var x = (start.getX() - end.getX()) / radii.getX() / 2;
        var y = (start.getY() - end.getY()) / radii.getY() / 2;
        var aside = Math.sqrt(Math.max(0, 1 / (x * x + y * y) - 1)) * (large == clockwise ? -1 : 1);
        var from = Math.atan2(y + aside * x, x - aside * y);
        var turn = turn(from, Math.atan2(-y + aside * x, -x - aside * y), clockwise);
        var box = new Arc2D.Double(
                (start.getX() + end.getX()) / 2 + (aside * y - 1) * radii.getX(),
                (start.getY() + end.getY()) / 2 - (aside * x + 1) * radii.getY(),
                2 * radii.getX(),
                2 * radii.getY(),
                -Math.toDegrees(from),
                -Math.toDegrees(turn),
                Arc2D.OPEN);
        path.append(box, true);
    }

    private static double turn(double from, double to, boolean clockwise) {
        var turn = (to - from) % (2 * Math.PI);
        if (clockwise) {
            return turn < 0 ? turn + 2 * Math.PI : turn;
        }
        return turn > 0 ? turn - 2 * Math.PI : turn;
    }
}
