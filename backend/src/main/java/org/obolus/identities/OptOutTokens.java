package org.obolus.identities;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.obolus.web.Secret;
import org.obolus.web.UrlRefused;

/** What somebody without an account places at a site: derived from what their page carries, so that nothing is kept. */
@ApplicationScoped
class OptOutTokens {

    private static final int BYTES = 24;

    private final InstanceSecrets secrets;

    OptOutTokens(InstanceSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * A site and the token for one visitor of it.
     *
     * @param seed what the page carries; whoever reads the token at the site cannot tell it
     */
    record Placing(SiteHost host, String seed, String token) {

        Sought sought() {
            return Sought.of(token);
        }

        public String dnsName() {
            return host.dnsName();
        }

        public String dnsText() {
            return Sought.text(token);
        }

        public String file() {
            return "https://" + host + Place.FILE.path();
        }

        public String metaTag() {
            return "<meta name=\"" + Sought.NAME + "\" content=\"" + token + "\">";
        }

        public String query() {
            return "?host=" + URLEncoder.encode(host.value(), UTF_8) + "&seed=" + seed;
        }
    }

    Placing begin(SiteHost host) {
        return placing(host, Secret.random());
    }

    /**
     * Empty when the seed is none of ours.
     *
     * @throws UrlRefused when no site is named, or none that a browser would open
     */
    Optional<Placing> again(String host, String seed) {
        return Secret.of(seed).map(known -> placing(SiteHost.of(Objects.requireNonNullElse(host, "")), known));
    }

    private Placing placing(SiteHost host, Secret seed) {
        var derived = secrets.authentication(InstanceSecrets.Use.OPT_OUT, "site " + host + " " + seed.written());
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(derived, BYTES));
        return new Placing(host, seed.written(), "obolus-opt-out-" + token);
    }
}
