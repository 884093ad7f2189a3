package org.obolus.buttons;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import org.obolus.buttons.BadgePiece.Ink;
import org.obolus.web.Coin;

/** What a badge is drawn from, in pixels; whoever writes a picture of it, in whatever format, goes by this. */
final class BadgeDrawing {

    private static final String CARD = "#ffffff";
    private static final String LINE = "#dcd9cf";
    private static final String INK = "#1c2321";
    private static final String LEAF = "#1d6b46";
    private static final String ON_LEAF = "#ffffff";
    private static final String COIN = "#d9730d";

    private static final String FRAME = "M5 0.5L88 0.5A4.5 4.5 0 0 1 92.5 5L92.5 15A4.5 4.5 0 0 1 88 19.5"
            + "L5 19.5A4.5 4.5 0 0 1 0.5 15L0.5 5A4.5 4.5 0 0 1 5 0.5Z";
    /** From its left edge, which is where it is moved to. */
    private static final String VERB = "M0 0L%1$s 0A5 5 0 0 1 %2$s 5L%2$s 15A5 5 0 0 1 %1$s 20L0 20Z";

    private static final int CORNER = 5;
    private static final int COIN_ENDS = 22;
    private static final int NUMBER_ENDS = 53;
    private static final double BASELINE = 13.5;

    /** Half of the coin's drawing, with room for the slice that is lifted. */
    private static final double COIN_REACH = 47.5;

    private static final double LIFT = 7;

    private static final List<BadgePiece> ICON = coin(8, 8.6, 15.6);
    private static final List<BadgePiece> MARK = coin(11.5, 10.7, 15.6);

    private BadgeDrawing() {}

    static List<BadgePiece> of(Badge badge) {
        return badge.size() == Badge.Size.ICON ? ICON : wide(badge);
    }

    private static List<BadgePiece> wide(Badge badge) {
        var pieces = new ArrayList<BadgePiece>();
        pieces.add(BadgePiece.at(0, 0, FRAME, new Ink(CARD, LINE, 1)));
        pieces.addAll(MARK);
        if (badge.count().isPresent()) {
            pieces.addAll(BadgeLetters.centred(badge.number(), COIN_ENDS - 1, NUMBER_ENDS, BASELINE, INK));
            pieces.addAll(verb("Flattr", NUMBER_ENDS));
        } else {
            pieces.addAll(verb("Flattr this", COIN_ENDS));
        }
        return pieces;
    }

    private static List<BadgePiece> verb(String text, int left) {
        var width = Badge.Size.WIDE.width() - left;
        var pieces = new ArrayList<BadgePiece>();
        pieces.add(BadgePiece.at(left, 0, VERB.formatted(width - CORNER, width), Ink.inside(LEAF)));
        pieces.addAll(BadgeLetters.centred(text, left, Badge.Size.WIDE.width(), BASELINE, ON_LEAF));
        return pieces;
    }

    /** The mark of Obolus around a point, as high as is said here. */
    private static List<BadgePiece> coin(double x, double y, double size) {
        var coin = Coin.logo();
        var path = coin.path();
        var ink = new Ink(COIN, COIN, Double.parseDouble(coin.stroke()));
        return coin.parts().stream()
                .map(slice -> new BadgePiece(path, place(slice, x, y, size / (2 * COIN_REACH)), ink))
                .toList();
    }

    private static AffineTransform place(Coin.Slice slice, double x, double y, double scale) {
        var place = AffineTransform.getTranslateInstance(x, y);
        place.scale(scale, scale);
        place.rotate(Math.toRadians(Double.parseDouble(slice.angle())));
        place.translate(0, slice.lifted() ? -LIFT : 0);
        return place;
    }
}
