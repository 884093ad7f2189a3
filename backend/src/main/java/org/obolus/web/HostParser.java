package org.obolus.web;

import java.util.Optional;

/** Reads a host as browsers do: a name, an IPv4 address in any of its forms, or an IPv6 address in brackets. */
final class HostParser {

    /** Encoding a label costs the square of its length, and no host of this size fits into a URL we keep. */
    private static final int MOST_CHARACTERS = WebUrl.MOST_CHARACTERS;

    private static final String FORBIDDEN = " #/:<>?@[\\]^|%";

    private HostParser() {}

    static String read(String written) {
        if (written.isEmpty()) {
            throw new UrlRefused.NoHost();
        }
        return parse(written).orElseThrow(() -> new UrlRefused.NotAHost(written));
    }

    private static Optional<String> parse(String written) {
        if (written.startsWith("[")) {
            return written.endsWith("]")
                    ? Ipv6.read(written.substring(1, written.length() - 1)).map(address -> "[" + address + "]")
                    : Optional.empty();
        }
        var name = PercentEncoding.decode(written);
        if (name.length() > MOST_CHARACTERS) {
            throw new UrlRefused.TooLong();
        }
        return DomainNames.toAscii(name).filter(HostParser::isAllowed).flatMap(HostParser::nameOrAddress);
    }

    private static Optional<String> nameOrAddress(String ascii) {
        return Ipv4.isMeantBy(ascii) ? Ipv4.read(ascii) : Optional.of(ascii);
    }

    private static boolean isAllowed(String ascii) {
        return !ascii.isEmpty() && ascii.chars().noneMatch(c -> c < 0x20 || c >= 0x7f || FORBIDDEN.indexOf(c) >= 0);
    }
}
