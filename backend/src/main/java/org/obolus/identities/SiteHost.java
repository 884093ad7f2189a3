package org.obolus.identities;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.obolus.web.UrlRefused;
import org.obolus.web.WebUrl;

/** A site as its proof names it: host in ASCII, and the port where it is none of the web's own. */
public record SiteHost(@JsonValue String value) implements Comparable<SiteHost> {

    private static final Pattern SCHEME = Pattern.compile("(?i)^\\s*[a-z][a-z0-9+.-]*://");

    public static SiteHost of(WebUrl url) {
        var standard = url.port() == 80 || url.port() == 443;
        return new SiteHost(standard ? url.host() : url.host() + ":" + url.port());
    }

    /**
     * Reads a bare host or the address of any page there.
     *
     * @throws UrlRefused when no browser would open it
     */
    public static SiteHost of(String written) {
        return of(WebUrl.of(SCHEME.matcher(written).find() ? written : "https://" + written.strip()));
    }

    /** Without a port, which name servers know nothing of. */
    String domain() {
        return page("https", "/").host();
    }

    /** The name whose TXT records are the proof. */
    String dnsName() {
        return Place.DNS_LABEL + domain();
    }

    WebUrl page(String scheme, String path) {
        return WebUrl.of(scheme + "://" + value + path);
    }

    @Override
    public int compareTo(SiteHost other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
