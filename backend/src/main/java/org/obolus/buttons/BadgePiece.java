package org.obolus.buttons;

import java.awt.geom.AffineTransform;

/**
 * One outline of a badge.
 *
 * @param path in the words of SVG
 * @param place where it is moved, turned and how large it is drawn
 */
record BadgePiece(String path, AffineTransform place, Ink ink) {

    /** How an outline is painted: its inside, and the line along it. */
    record Ink(String fill, String line, double width) {

        static final String NONE = "none";

        static Ink inside(String colour) {
            return new Ink(colour, NONE, 0);
        }

        static Ink along(String colour, double width) {
            return new Ink(NONE, colour, width);
        }

        boolean isFilled() {
            return !NONE.equals(fill);
        }

        boolean isDrawn() {
            return !NONE.equals(line);
        }
    }

    static BadgePiece at(double x, double y, String path, Ink ink) {
        return new BadgePiece(path, AffineTransform.getTranslateInstance(x, y), ink);
    }
}
