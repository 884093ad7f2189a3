package org.obolus.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The picture of a month: a coin cut into equal slices, drawn from numbers.
 *
 * <p>All slices share one path that points up and is turned, so that a style sheet lifts any of them by moving it up.
 *
 * @param slices into how many parts it is cut
 * @param lifted which slice stands out, counted from the top clockwise, or {@link #NONE}
 * @param highlighted how many slices, from the top clockwise, carry the second colour
 */
public record Coin(int slices, int lifted, int highlighted) {

    /** No slice stands out. */
    public static final int NONE = -1;

    /** More slices than this cannot be told apart, so no more are drawn. */
    static final int MOST_SLICES = 60;

    private static final double RADIUS = 40;
    private static final double RIM = 33.5;
    private static final double WIDEST_GAP = 3;
    private static final double ROUNDEST_CORNER = 1.6;

    public Coin {
        slices = Math.max(0, Math.min(slices, MOST_SLICES));
        highlighted = Math.max(0, Math.min(highlighted, slices));
        lifted = lifted < slices ? Math.max(NONE, lifted) : NONE;
    }

    public static Coin of(int slices) {
        return new Coin(slices, NONE, 0);
    }

    /** The mark of Obolus: five slices, one of them on its way. */
    public static Coin logo() {
        return of(5).lift(0);
    }

    public Coin lift(int slice) {
        return new Coin(slices, slice, highlighted);
    }

    public Coin highlight(int first) {
        return new Coin(slices, lifted, first);
    }

    public boolean isEmpty() {
        return slices == 0;
    }

    public List<Slice> parts() {
        return IntStream.range(0, slices).mapToObj(this::part).toList();
    }

    /** The outline of one slice that points up, to be turned by each {@link Slice#angle()}. */
    public String path() {
        var outer = RADIUS - corner();
        if (slices < 2) {
            return circle(outer) + "Z";
        }
        return "M0 " + number(-inset() / Math.sin(Math.PI / slices)) + "L" + arc(outer) + "Z";
    }

    /** The line inside the edge that makes it a coin, for one slice that points up. */
    public String rim() {
        return slices < 2 ? circle(RIM) : "M" + arc(RIM);
    }

    /** The width of the line around each slice that makes its corners round. */
    public String stroke() {
        return number(2 * corner());
    }

    private Slice part(int index) {
        var turned = slices == 1 ? 0 : (index + 0.5) * 360 / slices;
        return new Slice(number(turned), index == lifted, index < highlighted);
    }

    /** From one cut to the other at this distance from the centre. */
    private String arc(double radius) {
        var side = Math.PI / slices - Math.asin(inset() / radius);
        var x = number(radius * Math.sin(side));
        var y = number(-radius * Math.cos(side));
        return "-" + x + " " + y + "A" + number(radius) + " " + number(radius) + " 0 0 1 " + x + " " + y;
    }

    private static String circle(double radius) {
        var r = number(radius);
        var halfTurn = "A" + r + " " + r + " 0 1 1 0 ";
        return "M0 -" + r + halfTurn + r + halfTurn + "-" + r;
    }

    /** How far each edge of a slice lies from the cut's middle, its rounding line included. */
    private double inset() {
        return gap() / 2 + corner();
    }

    private double gap() {
        return Math.min(WIDEST_GAP, Math.max(0.09 * widthAtTheRim(), Math.min(0.35 * widthAtTheRim(), 1.4)));
    }

    private double corner() {
        return Math.min(ROUNDEST_CORNER, Math.max(0.05 * widthAtTheRim(), Math.min(0.12 * widthAtTheRim(), 0.6)));
    }

    private double widthAtTheRim() {
        return 2 * Math.PI * RADIUS / Math.max(1, slices);
    }

    private static String number(double value) {
        var written = String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
        return "-0".equals(written) ? "0" : written;
    }

    /** One part of the coin: how far it is turned from the top, in degrees, and how it is drawn. */
    public record Slice(String angle, boolean lifted, boolean highlighted) {}
}
