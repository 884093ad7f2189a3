package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.flattrs.Subscriptions.Made;
import org.obolus.problems.Unacceptable;
import org.obolus.things.ThingId;
import org.obolus.things.ThingUrl;

/** What is flattred every month, over HTTP; a thing names its subscription, for there is one at a time. */
@Path("/api/v1/subscriptions")
@Tag(name = "subscriptions")
class SubscriptionResource {

    private final Subscriptions subscriptions;
    private final Caller caller;

    SubscriptionResource(Subscriptions subscriptions, Caller caller) {
        this.subscriptions = subscriptions;
        this.caller = caller;
    }

    /** What to flattr every month, by id or by address, and for how many months; none goes on until it is stopped. */
    record NewSubscription(ThingId thing, String url, Integer months) {}

    @POST
    @Operation(summary = "Flattr a thing now and in each following month; one that is there gets the length asked for")
    @APIResponse(
            responseCode = "200",
            description = "There already",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Made, and flattred this month",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    public Uni<RestResponse<SubscriptionView>> make(NewSubscription wish) {
        return made(wish)
                .map(made -> RestResponse.ResponseBuilder.create(
                                made.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                                SubscriptionView.of(made.subscription()))
                        .build());
    }

    @GET
    @Operation(summary = "My subscriptions that run or are paused, or those that have ended; the latest first")
    public Uni<RestResponse<Page.Items<SubscriptionView>>> mine(
            @QueryParam("ended") boolean ended,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo asked) {
        var me = caller.account(Scope.FLATTR, Scope.EXTENDED_READ);
        var wish = PageWish.of(limit, cursor);
        return (ended ? subscriptions.ended(me, wish) : subscriptions.of(me, wish))
                .map(page -> page.map(SubscriptionView::of).answer(asked));
    }

    @POST
    @Path("{thing}/pause")
    @Operation(summary = "Skip the months from now on, uncounted, until it is resumed")
    public Uni<SubscriptionView> pause(@PathParam("thing") long thing) {
        return subscriptions
                .pause(caller.account(Scope.FLATTR), new ThingId(thing))
                .map(SubscriptionView::of);
    }

    @POST
    @Path("{thing}/resume")
    @Operation(summary = "Go on after a pause, with this month if that is not flattred yet")
    public Uni<SubscriptionView> resume(@PathParam("thing") long thing) {
        return subscriptions
                .resume(Giver.of(caller.grant(Scope.FLATTR)), new ThingId(thing))
                .map(SubscriptionView::of);
    }

    @DELETE
    @Path("{thing}")
    @Operation(summary = "Stop for good; this month's flattr stays until it is taken back")
    public Uni<Void> stop(@PathParam("thing") long thing) {
        return subscriptions.stop(caller.account(Scope.FLATTR), new ThingId(thing));
    }

    private Uni<Made> made(NewSubscription wish) {
        var giver = Giver.of(caller.grant(Scope.FLATTR));
        if (wish == null || (wish.thing() == null) == (wish.url() == null)) {
            throw new Unacceptable.Malformed("Send either thing, the id of a thing, or url, the address of a page.");
        }
        var term = Term.of(wish.months());
        return wish.thing() != null
                ? subscriptions.make(giver, wish.thing(), term)
                : subscriptions.make(giver, ThingUrl.of(wish.url()), term);
    }
}
