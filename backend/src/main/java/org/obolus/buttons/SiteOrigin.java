package org.obolus.buttons;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.obolus.identities.SiteHost;
import org.obolus.problems.Unacceptable;
import org.obolus.things.ThingUrl;
import org.obolus.web.UrlRefused;
import org.obolus.web.WebUrl;

/** A site as browsers tell them apart: scheme, host and port (RFC 6454), written as {@code https://blog.example}. */
public record SiteOrigin(@JsonValue String value) {

    /** Browsers open stranger names too, but a policy would take a star in one for every site. */
    private static final Pattern NAMES_ONE_SITE = Pattern.compile("https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]+)?");

    /**
     * Reads what a page's own {@code location.origin} says, to the letter.
     *
     * @throws Unacceptable.Invalid when no browser would write it so, or when it could stand for more than one site
     */
    public static SiteOrigin of(String written) {
        try {
            var origin = WebUrl.of(written == null ? "" : written).origin();
            if (origin.equals(written) && NAMES_ONE_SITE.matcher(origin).matches()) {
                return new SiteOrigin(origin);
            }
        } catch (UrlRefused unreadable) {
            // said below, for every way of being wrong
        }
        throw new Unacceptable.Invalid("site", "A site is written as browsers do, for example https://blog.example.");
    }

    static SiteOrigin of(ThingUrl url) {
        return new SiteOrigin(url.page().origin());
    }

    SiteHost host() {
        return SiteHost.of(WebUrl.of(value));
    }

    @Override
    public String toString() {
        return value;
    }
}
