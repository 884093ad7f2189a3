package org.obolus.buttons;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.geom.AffineTransform;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Writes a badge as SVG.
 *
 * <p>It refers to nothing outside itself and has no style sheet, so it looks the same in an {@code <img>} of any site,
 * under any policy. Nothing of what its address says is written into it but a number.
 */
final class BadgeSvg {

    private static final String PICTURE = """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" role="img"\
             aria-labelledby="title" stroke-linecap="round" stroke-linejoin="round">
            <title id="title">%3$s</title>
            <desc>A coin cut into five equal slices, one of them on its way.</desc>
            %4$s
            </svg>
            """;
    private static final String PIECE =
            "<path d=\"%s\" transform=\"matrix(%s)\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>";

    private static final int DECIMALS = 4;
    private static final double PRECISION = 10_000;

    private BadgeSvg() {}

    static byte[] write(Badge badge) {
        var pieces = BadgeDrawing.of(badge).stream().map(BadgeSvg::piece).collect(Collectors.joining("\n"));
        var size = badge.size();
        return PICTURE.formatted(size.width(), size.height(), badge.title(), pieces)
                .getBytes(UTF_8);
    }

    private static String piece(BadgePiece piece) {
        var ink = piece.ink();
        return PIECE.formatted(piece.path(), matrix(piece.place()), ink.fill(), ink.line(), number(ink.width()));
    }

    private static String matrix(AffineTransform place) {
        var numbers = new double[6];
        place.getMatrix(numbers);
        return DoubleStream.of(numbers).mapToObj(BadgeSvg::number).collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(Math.round(value * PRECISION), DECIMALS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
