package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.calendar.Month;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.problems.Unacceptable;
import org.obolus.things.ThingId;
import org.obolus.things.ThingUrl;

/** Giving and taking back, over HTTP. */
@Path("/api/v1/flattrs")
@Tag(name = "flattrs")
class FlattrResource {

    private final Flattrs flattrs;
    private final Caller caller;

    FlattrResource(Flattrs flattrs, Caller caller) {
        this.flattrs = flattrs;
        this.caller = caller;
    }

    /** What to flattr: a thing by its id, or any page by its address. */
    record NewFlattr(ThingId thing, String url) {}

    /** A flattr as its supporter sees it. */
    record FlattrView(ThingId thing, Month month, Instant givenAt) {

        static FlattrView of(Flattr flattr) {
            return new FlattrView(flattr.thing(), flattr.month(), flattr.givenAt());
        }
    }

    @POST
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Done",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FlattrView.class)))
    @Operation(summary = "Flattr a thing, by id or by URL; durable when answered")
    public Uni<FlattrView> give(NewFlattr wish, @HeaderParam("Idempotency-Key") String key) {
        return given(wish, Optional.ofNullable(key)).map(FlattrView::of);
    }

    @GET
    @Operation(summary = "My flattrs of a month, this one unless another is named")
    public Uni<RestResponse<Page.Items<FlattrView>>> mine(
            @QueryParam("month") String month,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo asked) {
        var wish = PageWish.of(limit, cursor);
        return flattrs.of(
                        caller.account(Scope.FLATTR, Scope.EXTENDED_READ),
                        Optional.ofNullable(month).map(Month::of),
                        wish)
                .map(page -> page.map(FlattrView::of).answer(asked));
    }

    @DELETE
    @Path("{thing}")
    @Operation(summary = "Take back a flattr of the open month")
    public Uni<Void> takeBack(@PathParam("thing") long thing) {
        return flattrs.takeBack(caller.account(Scope.FLATTR), new ThingId(thing));
    }

    private Uni<Flattr> given(NewFlattr wish, Optional<String> key) {
        var giver = Giver.of(caller.grant(Scope.FLATTR));
        if (wish == null || (wish.thing() == null) == (wish.url() == null)) {
            throw new Unacceptable.Malformed("Send either thing, the id of a thing, or url, the address of a page.");
        }
        return wish.thing() != null
                ? flattrs.give(giver, wish.thing(), key)
                : flattrs.give(giver, ThingUrl.of(wish.url()), key);
    }
}
