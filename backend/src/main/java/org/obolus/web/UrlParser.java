package org.obolus.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** Takes an http or https URL apart by the URL standard's algorithm; what it cannot read it refuses. */
final class UrlParser {

    /** No URL we keep shrinks from more than this by trimming, and it keeps hostile input cheap. */
    private static final int MOST_READ = 32 * WebUrl.MOST_CHARACTERS;

    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern PARTS =
            Pattern.compile("[/\\\\]*([^/\\\\?#]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final int MOST_PORT = 65_535;

    private UrlParser() {}

    static UrlParts parse(String written) {
        var text = cleaned(written);
        var scheme = SCHEME.matcher(text);
        if (!scheme.matches()) {
            throw new UrlRefused.NotAbsolute();
        }
        var name = scheme.group(1).toLowerCase(Locale.ROOT);
        if (!UrlParts.DEFAULT_PORTS.containsKey(name)) {
            throw new UrlRefused.OtherScheme(name);
        }
        return parts(name, scheme.group(2));
    }

    /** Browsers drop blanks and control characters around a URL, and line breaks and tabs everywhere. */
    static String cleaned(String written) {
        if (written == null || written.length() > MOST_READ) {
            throw written == null ? new UrlRefused.NotAbsolute() : new UrlRefused.TooLong();
        }
        var start = 0;
        var end = written.length();
        while (start < end && written.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && written.charAt(end - 1) <= ' ') {
            end--;
        }
        return LONE_SURROGATE
                .matcher(written.substring(start, end))
                .replaceAll("\uFFFD")
                .replaceAll("[\t\n\r]", "");
    }

    private static UrlParts parts(String scheme, String rest) {
        var part = PARTS.matcher(rest);
        if (!part.matches()) {
            throw new IllegalStateException("The pattern matches every text");
        }
        var authority = part.group(1);
        var at = authority.lastIndexOf('@');
        refuseCredentials(authority.substring(0, Math.max(at, 0)));
        var place = authority.substring(at + 1);
        var colon = portColon(place);
        return new UrlParts(
                scheme,
                HostParser.read(place.substring(0, colon)),
                port(place.substring(colon), UrlParts.DEFAULT_PORTS.get(scheme)),
                PathParser.read(part.group(2)),
                part.group(3) == null ? null : PercentEncoding.QUERY.encode(part.group(3)),
                part.group(4) == null ? null : PercentEncoding.FRAGMENT.encode(part.group(4)));
    }

    private static void refuseCredentials(String credentials) {
        if (!credentials.isEmpty() && !credentials.equals(":")) {
            throw new UrlRefused.Credentials();
        }
    }

    /** Where the host ends: at the first colon that is not inside the brackets of an IPv6 address. */
    private static int portColon(String place) {
        var inBrackets = false;
        for (var i = 0; i < place.length(); i++) {
            var c = place.charAt(i);
            if (c == ':' && !inBrackets) {
                return i;
            }
            inBrackets = c == '[' || inBrackets && c != ']';
        }
        return place.length();
    }

    private static int port(String written, int standard) {
        if (written.length() < 2) {
            return standard;
        }
        var digits = written.substring(1);
        if (!digits.matches("0*[0-9]{1,5}") || Integer.parseInt(digits) > MOST_PORT) {
            throw new UrlRefused.NotAPort();
        }
        return Integer.parseInt(digits);
    }
}
