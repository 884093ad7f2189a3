package org.obolus.buttons;

import java.util.Optional;

/** A text that somebody else put into an address, made fit to be shown: on one line, and of bearable length. */
final class Claim {

    /** Control and format characters, which could turn the words around it. */
    private static final String UNSEEN = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+";

    private Claim() {}

    static Optional<String> of(String written, int most) {
        return Optional.ofNullable(written)
                .map(text -> text.replaceAll(UNSEEN, " ").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> cut(text, most));
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }
}
