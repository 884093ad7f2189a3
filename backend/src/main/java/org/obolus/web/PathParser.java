package org.obolus.web;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Set;

/** Reads a path as browsers do: dot segments resolved, backslashes turned, the rest percent-encoded. */
final class PathParser {

    private static final Set<String> HERE = Set.of(".", "%2e");
    private static final Set<String> UP = Set.of("..", ".%2e", "%2e.", "%2e%2e");

    private PathParser() {}

    static String read(String written) {
        var segments = new ArrayDeque<String>();
        var raw = (written.isEmpty() ? "" : written.substring(1)).split("[/\\\\]", -1);
        for (var i = 0; i < raw.length; i++) {
            var dots = raw[i].toLowerCase(Locale.ROOT);
            var isDots = HERE.contains(dots) || UP.contains(dots);
            if (UP.contains(dots)) {
                segments.pollLast();
            }
            if (!isDots) {
                segments.add(PercentEncoding.PATH.encode(raw[i]));
            } else if (i == raw.length - 1) {
                segments.add("");
            }
        }
        return "/" + String.join("/", segments);
    }
}
