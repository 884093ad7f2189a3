package org.obolus.apps;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.obolus.problems.Unacceptable;
import org.obolus.web.UrlRefused;
import org.obolus.web.WebUrl;

/** An address to which an app may have people sent back, as its developer wrote it. */
record RedirectUri(String value) {

    static final String FIELD = "redirects";

    private static final int LONGEST = 1000;
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");
    /** Whoever owns a domain may name a scheme after it (RFC 8252, section 7.1); no other is sure to be theirs. */
    private static final Pattern OF_A_DOMAIN = Pattern.compile("[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+");

    private static final Pattern ON_THIS_MACHINE = Pattern.compile("127\\.0\\.0\\.1|\\[::1]|(.+\\.)?localhost");
    /** A program on a desk gets whatever port is free (RFC 8252, section 7.3). */
    private static final Pattern ANY_PORT =
            Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1]))(?::\\d{1,5})?((?:[/?].*)?)");
    /** What some servers read as another place than it says. */
    private static final Pattern LEADS_AWAY = Pattern.compile("(?i)\\.\\.|%2e|%2f|%5c|\\\\");

    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#;,]+");

    /** @throws Unacceptable.Invalid when nobody should be sent there */
    RedirectUri {
        check(parse(value));
    }

    /** Where a request that names this address goes; empty when it names another. */
    Optional<String> destination(String asked) {
        return value.equals(asked) || isSameOnAnyPort(asked) ? Optional.of(asked) : Optional.empty();
    }

    /** The same for old clients, which name addresses below the one that was registered. */
    Optional<String> destinationBelow(String asked) {
        return destination(asked)
                .or(() -> canonical(asked).filter(this::isAbove).map(WebUrl::toString));
    }

    /** Whether a site is behind it, and not a program that the person's machine opens. */
    static boolean isOfASite(String address) {
        return ORIGIN.matcher(address).lookingAt();
    }

    /** The program that a page has to let its forms open (Content Security Policy, form-action); nothing for a site. */
    static String opened(String address) {
        return isOfASite(address) ? "" : " " + scheme(address);
    }

    /** How people know it: the site's host, or the scheme of a program. */
    static String place(String address) {
        var origin = ORIGIN.matcher(address);
        return origin.lookingAt() ? origin.group().replaceFirst("https?://", "") : scheme(address);
    }

    private static String scheme(String address) {
        return address.substring(0, address.indexOf(':') + 1);
    }

    private boolean isSameOnAnyPort(String asked) {
        var own = ANY_PORT.matcher(value);
        var other = ANY_PORT.matcher(asked);
        return own.matches()
                && other.matches()
                && own.group(1).equals(other.group(1))
                && own.group(2).equals(other.group(2));
    }

    private boolean isAbove(WebUrl asked) {
        return canonical(value)
                .filter(own ->
                        own.origin().equals(asked.origin()) && own.query().isEmpty())
                .map(WebUrl::path)
                .filter(path ->
                        asked.path().equals(path) || asked.path().startsWith(path.endsWith("/") ? path : path + "/"))
                .isPresent();
    }

    /** As browsers read it: what is compared is what they open. */
    private static Optional<WebUrl> canonical(String written) {
        try {
            var url = WebUrl.of(written);
            var isPlain = VISIBLE.matcher(written).matches()
                    && !LEADS_AWAY.matcher(url.path()).find()
                    && url.fragment().isEmpty();
            return isPlain ? Optional.of(url) : Optional.empty();
        } catch (UrlRefused unreadable) {
            return Optional.empty();
        }
    }

    private static URI parse(String written) {
        if (written == null
                || written.length() > LONGEST
                || !VISIBLE.matcher(written).matches()) {
            throw refused("Each address is on a line of its own, without spaces, with up to " + LONGEST + " letters.");
        }
        try {
            return new URI(written);
        } catch (URISyntaxException unreadable) {
            throw refused("An address is not written as addresses are. Write it like https://example.org/callback.");
        }
    }

    private static void check(URI uri) {
        if (uri.getScheme() == null || uri.isOpaque() || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw refused("Write whole addresses, beginning with https://, without a password and without a #.");
        }
        var isGood =
                switch (uri.getScheme()) {
                    case "https" -> uri.getHost() != null;
                    case "http" ->
                        uri.getHost() != null
                                && ON_THIS_MACHINE.matcher(uri.getHost()).matches();
                    default -> OF_A_DOMAIN.matcher(uri.getScheme()).matches();
                };
        if (!isGood) {
            throw refused("People are sent back by https, by http to 127.0.0.1, [::1] or localhost, or to a scheme of"
                    + " yours like org.example.app:/callback.");
        }
    }

    private static Unacceptable.Invalid refused(String sentence) {
        return new Unacceptable.Invalid(FIELD, sentence);
    }

    @Override
    public String toString() {
        return value;
    }
}
