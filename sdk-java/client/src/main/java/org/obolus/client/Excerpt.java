package org.obolus.client;

import java.util.Optional;

/** As much of a text as there is room for, on one line and without half a word at its end. */
final class Excerpt {

    private static final String MORE = "…";

    private Excerpt() {}

    /** In characters as people count them; nothing, where the text is too short. */
    static Optional<String> of(String text, int shortest, int longest) {
        var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        var length = line.codePointCount(0, line.length());
        if (length < shortest) {
            return Optional.empty();
        }
        return Optional.of(length <= longest ? line : cut(line, longest - 1) + MORE);
    }

    private static String cut(String line, int room) {
        var end = line.offsetByCodePoints(0, room);
        var word = line.lastIndexOf(' ', end);
        return line.substring(0, word > end / 2 ? word : end).stripTrailing();
    }
}
