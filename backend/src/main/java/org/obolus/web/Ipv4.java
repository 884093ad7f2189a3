package org.obolus.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** IPv4 addresses as browsers read them: decimal, octal or hexadecimal, in one to four parts. */
final class Ipv4 {

    private static final int MOST_PARTS = 4;
    private static final int MOST_DIGITS = 12;

    private Ipv4() {}

    /** Whether a host has to be an address because its last label is a number. */
    static boolean isMeantBy(String host) {
        var labels = parts(host);
        var last = labels.get(labels.size() - 1);
        return last.matches("[0-9]+|0[xX][0-9a-fA-F]*");
    }

    /** The address in four decimal parts; nothing if the host is not one. */
    static Optional<String> read(String host) {
        var parts = parts(host);
        if (parts.size() > MOST_PARTS) {
            return Optional.empty();
        }
        var address = 0L;
        for (var i = 0; i < parts.size(); i++) {
            var number = number(parts.get(i));
            var isLast = i == parts.size() - 1;
            var bits = isLast ? 8 * (MOST_PARTS - i) : 8;
            if (number.isEmpty() || number.getAsLong() >= 1L << bits) {
                return Optional.empty();
            }
            address = address << bits | number.getAsLong();
        }
        return Optional.of(write(address));
    }

    private static String write(long address) {
        return (address >> 24) + "." + (address >> 16 & 0xff) + "." + (address >> 8 & 0xff) + "." + (address & 0xff);
    }

    private static List<String> parts(String host) {
        var parts = Arrays.asList(host.split("\\.", -1));
        var trailingDot = parts.size() > 1 && parts.get(parts.size() - 1).isEmpty();
        return trailingDot ? parts.subList(0, parts.size() - 1) : parts;
    }

    private static OptionalLong number(String part) {
        if (part.matches("0[xX][0-9a-fA-F]*")) {
            return digits(part.substring(2), 16);
        }
        if (part.matches("0[0-7]+")) {
            return digits(part.substring(1), 8);
        }
        return part.matches("0|[1-9][0-9]*") ? digits(part, 10) : OptionalLong.empty();
    }

    private static OptionalLong digits(String digits, int radix) {
        var significant = digits.replaceFirst("^0+", "");
        if (significant.length() > MOST_DIGITS) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(significant.isEmpty() ? 0 : Long.parseLong(significant, radix));
    }
}
