package org.obolus.buttons;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.Cache;
import org.obolus.accounts.SiteGrants;
import org.obolus.problems.Unacceptable;
import org.obolus.things.ThingUrl;
import org.obolus.web.Secret;

/**
 * What the button's frame on another site asks for. Cookies mean nothing here: the frame's browser may send none, and
 * whoever has one has it for our own pages.
 */
@Path(FramePage.ADDRESS)
@Cache(noStore = true)
class FrameResource {

    private final FrameClicks clicks;
    private final Connections connections;
    private final SiteTokens siteTokens;

    FrameResource(FrameClicks clicks, Connections connections, SiteTokens siteTokens) {
        this.clicks = clicks;
        this.connections = connections;
        this.siteTokens = siteTokens;
    }

    /** What the window handed over, the secret behind the challenge that the window was given, and the frame's key. */
    record Redemption(String code, String verifier, String site, String key) {}

    /** The handle, the one that is to follow it, and a signature of both together with the site. */
    record Renewal(String handle, String next, String site, String signature) {

        Connections.Renewal read() {
            return new Connections.Renewal(
                    Handle.of(handle).orElseThrow(ButtonRefused.NotConnected::new),
                    Handle.of(next).orElseThrow(ButtonRefused.NotConnected::new),
                    SiteOrigin.of(site),
                    signature == null ? "" : signature);
        }
    }

    /** What to flattr, on which site, and whether the browser could tell that the button was seen. */
    record Press(String url, String site, boolean seen) {}

    /** A token for the frame's memory and a handle for its storage. */
    record ConnectedView(String token, String handle, long expiresIn) {

        static ConnectedView of(Connections.Connected connected) {
            return new ConnectedView(
                    connected.token(), connected.handle().written(), SiteGrants.TOKEN_LASTS.toSeconds());
        }
    }

    @POST
    @Path("connections")
    @Operation(hidden = true)
    public Uni<ConnectedView> connect(Redemption asked) {
        var code = Secret.of(body(asked).code()).orElseThrow(ButtonRefused.NotConnected::new);
        var verifier = Secret.of(asked.verifier()).orElseThrow(ButtonRefused.NotConnected::new);
        var key = FrameKey.of(asked.key()).orElseThrow(ButtonRefused.NotConnected::new);
        return connections
                .redeem(code, verifier, SiteOrigin.of(asked.site()), key)
                .map(ConnectedView::of);
    }

    @POST
    @Path("renewals")
    @Operation(hidden = true)
    public Uni<ConnectedView> renew(Renewal asked) {
        return connections.renew(body(asked).read()).map(ConnectedView::of);
    }

    @GET
    @Path("state")
    @Operation(hidden = true)
    public Uni<FrameState> state(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("site") String site,
            @QueryParam("url") String url) {
        return clicks.state(siteTokens.read(authorization, site), ThingUrl.of(url));
    }

    @POST
    @Path("flattr")
    @Operation(hidden = true)
    public Uni<FrameState> give(@HeaderParam("Authorization") String authorization, Press press) {
        return clicks.give(siteTokens.read(authorization, body(press).site()), ThingUrl.of(press.url()), press.seen());
    }

    @POST
    @Path("undo")
    @Operation(hidden = true)
    public Uni<FrameState> takeBack(@HeaderParam("Authorization") String authorization, Press press) {
        return clicks.takeBack(siteTokens.read(authorization, body(press).site()), ThingUrl.of(press.url()));
    }

    static <T> T body(T sent) {
        if (sent == null) {
            throw new Unacceptable.Malformed("Send a JSON object.");
        }
        return sent;
    }
}
