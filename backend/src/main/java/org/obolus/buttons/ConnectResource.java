package org.obolus.buttons;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Caller;
import org.obolus.problems.Unacceptable;
import org.obolus.things.ThingUrl;
import org.obolus.web.Secret;

/** What our own window asks for when a person wants one click to be enough on the site they came from. */
@Path(Place.AUTO_SUBMIT + "/connect")
class ConnectResource {

    private final ConnectSite connectSite;
    private final Caller caller;

    ConnectResource(ConnectSite connectSite, Caller caller) {
        this.connectSite = connectSite;
        this.caller = caller;
    }

    /** The site whose frame asked, the SHA-256 of that frame's secret, what has just been flattred there. */
    record Wish(String site, String challenge, String url, String form) {}

    /** For the frame and nobody else. */
    record Offer(String code) {}

    @POST
    @Operation(hidden = true)
    public Uni<Offer> connect(Wish wish) {
        if (wish == null) {
            throw new Unacceptable.Malformed("Send a JSON object.");
        }
        var logIn = caller.person();
        if (!caller.isFormToken(wish.form())) {
            throw new ButtonRefused.StaleForm();
        }
        var challenge = Secret.hashOf(wish.challenge())
                .orElseThrow(() -> new Unacceptable.Invalid("challenge", "A challenge is 32 bytes in base64url."));
        return connectSite
                .offer(logIn, SiteOrigin.of(wish.site()), ThingUrl.of(wish.url()), challenge)
                .map(code -> new Offer(code.written()));
    }
}
