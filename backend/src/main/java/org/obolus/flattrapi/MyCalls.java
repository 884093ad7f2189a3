package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.social.Catalogue;

/** What the user behind a token reads of themselves. */
@Path("/rest/v2/user")
@Produces(MediaType.WILDCARD)
class MyCalls {

    private final Catalogue catalogue;
    private final ReadObjects objects;
    private final ReadSubscriptions subscriptions;
    private final ActivityAnswers activities;
    private final Verification verification;
    private final Caller caller;

    MyCalls(
            Catalogue catalogue,
            ReadObjects objects,
            ReadSubscriptions subscriptions,
            ActivityAnswers activities,
            Verification verification,
            Caller caller) {
        this.catalogue = catalogue;
        this.objects = objects;
        this.subscriptions = subscriptions;
        this.activities = activities;
        this.verification = verification;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> me(@Context UriInfo asked, @Context RoutingContext request) {
        var me = caller.require().account();
        var reading = Reading.of(caller, asked);
        return catalogue
                .ownProfile(me)
                .chain(profile -> objects.user(profile, reading))
                .map(user -> Json.answer(request, user));
    }

    /** Hidden ones too for whoever may read or change them. */
    @GET
    @Path("things")
    @Operation(hidden = true)
    public Uni<Response> things(@Context UriInfo asked, @Context RoutingContext request) {
        var me = caller.require().account();
        var reading = Reading.of(caller, asked);
        return catalogue
                .thingsOf(me, reading.viewer(Scope.THING).isPresent(), reading.part())
                .chain(things -> objects.things(things, reading))
                .map(things -> Json.answer(request, things));
    }

    /** Without the scope only what is shown to everybody. */
    @GET
    @Path("flattrs")
    @Operation(hidden = true)
    public Uni<Response> flattrs(@Context UriInfo asked, @Context RoutingContext request) {
        var me = caller.require().account();
        var reading = Reading.of(caller, asked);
        return catalogue
                .ownProfile(me)
                .chain(profile -> catalogue.given(profile, reading.viewer(Scope.FLATTR), reading.part()))
                .chain(given -> objects.flattrs(given, reading))
                .map(given -> Json.answer(request, given));
    }

    @GET
    @Path("activities")
    @Operation(hidden = true)
    public Uni<Response> activities(
            @QueryParam("type") String type, @Context UriInfo asked, @Context RoutingContext request) {
        var me = caller.require().account();
        var reading = Reading.of(caller, asked);
        return catalogue
                .ownProfile(me)
                .chain(profile -> activities.of(profile, reading.viewer(Scope.FLATTR), type, reading.part(), request));
    }

    @GET
    @Path("subscriptions")
    @Operation(hidden = true)
    public Uni<Response> subscriptions(@Context UriInfo asked, @Context RoutingContext request) {
        var me = caller.account(Scope.FLATTR);
        return subscriptions.of(me, Reading.of(caller, asked)).map(all -> Json.answer(request, all));
    }

    @POST
    @Path("verify")
    @Operation(hidden = true)
    public Uni<Response> verify(String body, @Context RoutingContext request) {
        var me = caller.require().account();
        var identity = Sent.of(body).needed("identity");
        return catalogue
                .ownProfile(me)
                .chain(profile -> verification.of(profile, identity))
                .map(verified -> Json.answer(request, verified));
    }
}
