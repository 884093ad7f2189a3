package org.obolus.flattrapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.things.Meant;
import org.obolus.things.ThingUrl;
import org.obolus.things.Things;
import org.obolus.web.WebUrl;

/** What an address in a request stands for; old libraries write auto-submit addresses with Flattr's own host in them. */
@ApplicationScoped
class Offered {

    private static final Set<String> FLATTR = Set.of("flattr.com", "www.flattr.com");
    private static final String SUBMISSION = "/submit/auto";

    private final Things things;
    private final String server;

    Offered(Things things, @ConfigProperty(name = "obolus.url") String server) {
        this.things = things;
        this.server = server;
    }

    /** @throws org.obolus.problems.Problem when it is none that can be flattred */
    Meant by(String written) {
        var address = ThingUrl.of(written);
        return things.meant(isOfFlattr(address.page()) ? ours(address.page()) : address);
    }

    private static boolean isOfFlattr(WebUrl address) {
        return FLATTR.contains(address.host()) && address.path().equals(SUBMISSION);
    }

    private ThingUrl ours(WebUrl address) {
        return ThingUrl.of(server + SUBMISSION + "?" + address.query().orElse(""));
    }
}
