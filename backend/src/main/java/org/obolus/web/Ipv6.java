package org.obolus.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** IPv6 addresses as browsers read and write them: lower case, the longest run of zeros left out. */
final class Ipv6 {

    private static final int PIECES = 8;
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    private Ipv6() {}

    /** The shortest form of an address written without its brackets; nothing if it is not one. */
    static Optional<String> read(String written) {
        var gap = written.indexOf("::");
        return gap < 0
                ? pieces(written, true).filter(all -> all.size() == PIECES).map(Ipv6::write)
                : pieces(written.substring(0, gap), false)
                        .flatMap(
                                left -> pieces(written.substring(gap + 2), true).flatMap(right -> filled(left, right)))
                        .map(Ipv6::write);
    }

    private static Optional<List<Integer>> filled(List<Integer> left, List<Integer> right) {
        var missing = PIECES - left.size() - right.size();
        if (missing < 1) {
            return Optional.empty();
        }
        var zeros = Stream.generate(() -> 0).limit(missing);
        return Optional.of(Stream.of(left.stream(), zeros, right.stream())
                .flatMap(pieces -> pieces)
                .toList());
    }

    private static Optional<List<Integer>> pieces(String written, boolean mayEndInIpv4) {
        var pieces = new ArrayList<Integer>();
        if (written.isEmpty()) {
            return Optional.of(pieces);
        }
        var parts = written.split(":", -1);
        for (var i = 0; i < parts.length; i++) {
            if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
                pieces.add(Integer.parseInt(parts[i], 16));
            } else if (mayEndInIpv4 && i == parts.length - 1 && parts[i].matches(OCTET + "(\\." + OCTET + "){3}")) {
                pieces.addAll(ofIpv4(parts[i]));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(pieces);
    }

    private static List<Integer> ofIpv4(String written) {
        var octets = Stream.of(written.split("\\.")).map(Integer::valueOf).toList();
        return List.of(octets.get(0) << 8 | octets.get(1), octets.get(2) << 8 | octets.get(3));
    }

    private static String write(List<Integer> pieces) {
        var gap = longestZeros(pieces);
        if (gap.length() < 2) {
            return join(pieces);
        }
        return join(pieces.subList(0, gap.start())) + "::" + join(pieces.subList(gap.start() + gap.length(), PIECES));
    }

    private static String join(List<Integer> pieces) {
        return pieces.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
    }

    private static Run longestZeros(List<Integer> pieces) {
        var longest = new Run(0, 0);
        var current = new Run(0, 0);
        for (var i = 0; i < PIECES; i++) {
            current = pieces.get(i) == 0 ? new Run(current.start(), current.length() + 1) : new Run(i + 1, 0);
            longest = current.length() > longest.length() ? current : longest;
        }
        return longest;
    }

    private record Run(int start, int length) {}
}
