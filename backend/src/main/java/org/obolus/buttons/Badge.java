package org.obolus.buttons;

import java.util.OptionalLong;

/**
 * The button as a picture, for where no script runs: in feeds, in mails, in files of a repository.
 *
 * @param count the number on it; empty where none is asked for, or nothing can be counted
 */
record Badge(Size size, OptionalLong count) {

    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;
    private static final long SHOWN_WHOLE = 10 * THOUSAND;
    private static final long MOST_MILLIONS = 999;

    /** As Flattr's own were, in pixels. */
    enum Size {
        WIDE(93, 20),
        ICON(16, 16);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }

    Badge {
        count = size == Size.ICON ? OptionalLong.empty() : count;
    }

    static Badge without(Size size) {
        return new Badge(size, OptionalLong.empty());
    }

    /** What it says to whoever does not see it. */
    String title() {
        return count.isEmpty()
                ? "Flattr this"
                : "Flattr this: " + count.getAsLong() + (count.getAsLong() == 1 ? " flattr" : " flattrs");
    }

    /** As much of the number as there is room for: {@code 9999}, {@code 12k}, {@code 1.2M}; never more than there are. */
    String number() {
        var flattrs = count.orElse(0);
        if (flattrs < SHOWN_WHOLE) {
            return String.valueOf(flattrs);
        }
        return flattrs < MILLION
                ? flattrs / THOUSAND + "k"
                : millions(flattrs / MILLION, flattrs / (MILLION / 10) % 10);
    }

    private static String millions(long whole, long tenths) {
        return whole < 10 ? whole + "." + tenths + "M" : Math.min(whole, MOST_MILLIONS) + "M";
    }
}
