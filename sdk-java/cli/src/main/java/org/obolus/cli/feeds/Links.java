package org.obolus.cli.feeds;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as people and programs write them, which is often not as they should. */
public final class Links {

    private static final Pattern BLANKS_WITHIN = Pattern.compile("[\\t\\n\\r]+");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern NOT_AN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern AUTHORITY = Pattern.compile("^(https?:)/*([^/?#]*)", Pattern.CASE_INSENSITIVE);
    private static final String ILLEGAL = " \"<>\\^`{|}[]";

    private Links() {}

    /** The whole address on the web, if it is one. */
    public static Optional<URI> absolute(Optional<URI> base, String written) {
        var link = BLANKS_WITHIN.matcher(written.strip()).replaceAll("");
        if (link.isEmpty()) {
            return Optional.empty();
        }
        try {
            return isWhole(link)
                    ? onTheWeb(URI.create(legal(link)))
                    : base.flatMap(from -> onTheWeb(resolved(from, legal(link))));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** Name and port of a site, without the www that many have in some of their links only. */
    public static String site(URI page) {
        var authority = Optional.ofNullable(page.getRawAuthority()).orElse("").toLowerCase(Locale.ROOT);
        var withoutPort = authority.replaceFirst("http".equals(page.getScheme()) ? ":80$" : ":443$", "");
        return withoutPort.startsWith("www.") ? withoutPort.substring(4) : withoutPort;
    }

    private static boolean isWhole(String link) {
        return SCHEME.matcher(link).matches();
    }

    private static Optional<URI> onTheWeb(URI address) {
        return Optional.of(address)
                .filter(uri -> uri.getRawAuthority() != null)
                .filter(uri -> "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
    }

    /** As the standard says; the JDK's own way forgets the page where a link is a query alone. */
    private static URI resolved(URI base, String link) {
        if (link.startsWith("?")) {
            return URI.create(base.toString().replaceFirst("[?#].*", "") + link);
        }
        var whole = base.getRawPath() == null || base.getRawPath().isEmpty() ? base.resolve("/") : base;
        return whole.resolve(URI.create(link)).normalize();
    }

    /** What must be escaped is, what is escaped stays; names in other scripts are written in ASCII. */
    private static String legal(String link) {
        var escaped = new StringBuilder();
        withAsciiName(NOT_AN_ESCAPE.matcher(link).replaceAll("%25"))
                .codePoints()
                .forEach(character -> {
                    if (character > '~' || character < ' ' || ILLEGAL.indexOf(character) >= 0) {
                        escape(escaped, Character.toString(character));
                    } else {
                        escaped.appendCodePoint(character);
                    }
                });
        return fragmentOnce(escaped.toString());
    }

    private static void escape(StringBuilder escaped, String character) {
        for (var octet : character.getBytes(StandardCharsets.UTF_8)) {
            escaped.append('%').append(String.format("%02X", octet & 0xFF));
        }
    }

    private static String fragmentOnce(String link) {
        var first = link.indexOf('#') + 1;
        return first == 0
                ? link
                : link.substring(0, first) + link.substring(first).replace("#", "%23");
    }

    private static String withAsciiName(String link) {
        var found = AUTHORITY.matcher(link);
        if (!found.find()) {
            return link;
        }
        var name = found.group(2);
        var isPlain = name.chars().allMatch(character -> character < 128);
        return found.group(1) + "//" + (isPlain ? name : IDN.toASCII(name)) + link.substring(found.end());
    }
}
