package org.obolus.buttons;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.obolus.buttons.BadgePiece.Ink;

/**
 * The few letters that a badge needs, as lines along which a pen goes: neither the server nor whoever looks at the
 * picture has to have a font for it.
 *
 * <p>They stand on the line 0; capitals and figures are 7 high.
 */
final class BadgeLetters {

    private static final double PEN = 1.5;
    private static final double GAP = 1.2;
    private static final double SPACE = 1.6;

    /** One letter, as wide as the way of the pen. */
    private record Letter(double width, String path) {}

    private static final Map<Character, Letter> LETTERS = Map.ofEntries(
            letter('0', 4, "M4 -3.5A2 3.5 0 1 1 0 -3.5A2 3.5 0 1 1 4 -3.5Z"),
            letter('1', 2.2, "M0 -5.5L2.2 -7L2.2 0"),
            letter('2', 4, "M0.1 -5.2C0.2 -6.4 0.9 -7 2 -7C3.1 -7 3.9 -6.3 3.9 -5.2C3.9 -3.6 1.6 -2 0 0L4 0"),
            letter(
                    '3',
                    4,
                    "M0.2 -5.7C0.5 -6.6 1.1 -7 2 -7C3.1 -7 3.8 -6.3 3.8 -5.3C3.8 -4.3 3.1 -3.7 1.9 -3.7"
                            + "C3.2 -3.7 4 -3 4 -1.9C4 -0.7 3.1 0 2 0C1 0 0.3 -0.5 0 -1.4"),
            letter('4', 4.4, "M3.2 0L3.2 -7L0 -1.9L4.4 -1.9"),
            letter(
                    '5',
                    4,
                    "M3.7 -7L0.6 -7L0.3 -3.9C0.8 -4.3 1.3 -4.5 1.9 -4.5C3.2 -4.5 4 -3.6 4 -2.3C4 -0.9 3.2 0 1.9 0"
                            + "C1 0 0.3 -0.4 0 -1.2"),
            letter('6', 4, "M3.2 -7C1.3 -6.2 0 -4.5 0 -2.2A2 2.2 0 1 0 4 -2.2A2 2.2 0 0 0 0 -2.2"),
            letter('7', 4, "M0 -7L4 -7L1.4 0"),
            letter(
                    '8',
                    4,
                    "M3.7 -5.3A1.7 1.7 0 1 1 0.3 -5.3A1.7 1.7 0 1 1 3.7 -5.3Z"
                            + "M4 -1.8A2 1.8 0 1 1 0 -1.8A2 1.8 0 1 1 4 -1.8Z"),
            letter('9', 4, "M0.8 0C2.7 -0.8 4 -2.5 4 -4.8A2 2.2 0 1 0 0 -4.8A2 2.2 0 0 0 4 -4.8"),
            letter('.', 0, "M0 -0.1L0 0"),
            letter('k', 3.2, "M0 -7.4L0 0M3 -5L0 -2.2M1.2 -3.3L3.2 0"),
            letter('M', 5.4, "M0 0L0 -7L2.7 -2.8L5.4 -7L5.4 0"),
            letter('F', 3.6, "M3.6 -7L0 -7L0 0M0 -3.6L3.1 -3.6"),
            letter('l', 0, "M0 -7.4L0 0"),
            letter('a', 3.5, "M3.5 -2.5A1.75 2.5 0 1 1 0 -2.5A1.75 2.5 0 1 1 3.5 -2.5M3.5 -5L3.5 0"),
            letter('t', 2.7, "M1 -6.7L1 -1.5A1.5 1.5 0 0 0 2.5 0L2.7 0M0 -5L2.6 -5"),
            letter('r', 2.2, "M0 -5L0 0M0 -2.8A2.2 2.2 0 0 1 2.2 -5"),
            letter('h', 3.4, "M0 -7.4L0 0M0 -3.1A1.7 1.9 0 0 1 3.4 -3.1L3.4 0"),
            letter('i', 0, "M0 -5L0 0M0 -7.3L0 -7.2"),
            letter(
                    's',
                    3,
                    "M2.8 -4.2C2.5 -4.8 2.1 -5 1.5 -5C0.7 -5 0.1 -4.6 0.1 -3.8C0.1 -2.1 3 -3 3 -1.3"
                            + "C3 -0.5 2.4 0 1.5 0C0.8 0 0.3 -0.3 0 -0.9"),
            letter(' ', SPACE, ""));

    private BadgeLetters() {}

    /** The text in the middle of what lies between two columns. */
    static List<BadgePiece> centred(String text, double left, double right, double line, String colour) {
        var pieces = new ArrayList<BadgePiece>();
        var x = (left + right - width(text)) / 2;
        for (var sign : text.toCharArray()) {
            var letter = LETTERS.get(sign);
            if (!letter.path().isEmpty()) {
                pieces.add(BadgePiece.at(x, line, letter.path(), Ink.along(colour, PEN)));
            }
            x += letter.width() + PEN + GAP;
        }
        return pieces;
    }

    private static double width(String text) {
        return text.chars()
                        .mapToDouble(sign -> LETTERS.get((char) sign).width())
                        .sum()
                + (text.length() - 1) * (PEN + GAP);
    }

    private static Map.Entry<Character, Letter> letter(char sign, double width, String path) {
        return Map.entry(sign, new Letter(width, path));
    }
}
