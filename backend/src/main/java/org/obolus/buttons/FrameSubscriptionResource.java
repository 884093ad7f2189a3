package org.obolus.buttons;

import static org.obolus.buttons.FrameResource.body;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.flattrs.Term;
import org.obolus.things.ThingUrl;

/** What the panel of a frame asks for about flattring every month; as everywhere in the frame without cookies. */
@Path(FramePage.ADDRESS + "/subscription")
class FrameSubscriptionResource {

    private final FrameSubscriptions subscriptions;
    private final SiteTokens siteTokens;

    FrameSubscriptionResource(FrameSubscriptions subscriptions, SiteTokens siteTokens) {
        this.subscriptions = subscriptions;
        this.siteTokens = siteTokens;
    }

    /** What to flattr every month, on which site; months is null for until it is stopped. */
    record Choice(String url, String site, boolean seen, Integer months) {}

    @POST
    @Operation(hidden = true)
    public Uni<FrameState> make(@HeaderParam("Authorization") String authorization, Choice choice) {
        var grant = siteTokens.read(authorization, body(choice).site());
        return subscriptions.make(grant, ThingUrl.of(choice.url()), Term.of(choice.months()), choice.seen());
    }

    @POST
    @Path("pause")
    @Operation(hidden = true)
    public Uni<FrameState> pause(@HeaderParam("Authorization") String authorization, Choice choice) {
        var grant = siteTokens.read(authorization, body(choice).site());
        return subscriptions.pause(grant, ThingUrl.of(choice.url()));
    }

    @POST
    @Path("resume")
    @Operation(hidden = true)
    public Uni<FrameState> resume(@HeaderParam("Authorization") String authorization, Choice choice) {
        var grant = siteTokens.read(authorization, body(choice).site());
        return subscriptions.resume(grant, ThingUrl.of(choice.url()), choice.seen());
    }

    @POST
    @Path("stop")
    @Operation(hidden = true)
    public Uni<FrameState> stop(@HeaderParam("Authorization") String authorization, Choice choice) {
        var grant = siteTokens.read(authorization, body(choice).site());
        return subscriptions.stop(grant, ThingUrl.of(choice.url()));
    }
}
