package org.obolus.identities;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.obolus.web.UrlRefused;

/**
 * A platform as identities and addresses name it: {@code github}, and {@code mastodon:social.example} for one server of
 * a platform of many.
 *
 * @throws IllegalArgumentException when nothing could be called that
 */
public record PlatformName(@JsonValue String value) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?!(?:account|email|site)(?::|$))[a-z][a-z0-9-]{0,29}(?::[a-z0-9.-]{1,253}(?::[0-9]{1,5})?)?");
    private static final Pattern MORE_THAN_A_SERVER = Pattern.compile("[/?#@\\\\\\s]");
    private static final Pattern LAST_DOTS = Pattern.compile("\\.+(?=:[0-9]*$|$)");

    /** One server has one name, however people write it. */
    public PlatformName {
        var parts = value.split(":", 2);
        value = parts.length == 2 ? parts[0] + ":" + server(parts[1]) : value;
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the name of a platform: " + value);
        }
    }

    private static SiteHost server(String written) {
        if (MORE_THAN_A_SERVER.matcher(written).find()) {
            throw new IllegalArgumentException("Not the name of a server: " + written);
        }
        try {
            return SiteHost.of(LAST_DOTS.matcher(written).replaceFirst(""));
        } catch (UrlRefused unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    static PlatformName of(String kind, SiteHost server) {
        return new PlatformName(kind + ":" + server);
    }

    /** What the configuration calls it. */
    public String kind() {
        return value.split(":", 2)[0];
    }

    /** Which server of a platform of many. */
    public Optional<SiteHost> server() {
        var parts = value.split(":", 2);
        return parts.length == 2 ? Optional.of(new SiteHost(parts[1])) : Optional.empty();
    }

    /** For people, where nobody has asked the configuration: the server, or the platform's own name. */
    public String shown() {
        return server().map(SiteHost::value).orElse(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
