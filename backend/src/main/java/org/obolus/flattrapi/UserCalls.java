package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** What everybody may read of a user. */
@Path("/rest/v2/users/{username}")
@Produces(MediaType.WILDCARD)
class UserCalls {

    private final Catalogue catalogue;
    private final ReadObjects objects;
    private final ActivityAnswers activities;
    private final Verification verification;
    private final Caller caller;

    UserCalls(
            Catalogue catalogue,
            ReadObjects objects,
            ActivityAnswers activities,
            Verification verification,
            Caller caller) {
        this.catalogue = catalogue;
        this.objects = objects;
        this.activities = activities;
        this.verification = verification;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> user(
            @PathParam("username") String username, @Context UriInfo asked, @Context RoutingContext request) {
        var reading = Reading.of(caller, asked);
        return catalogue
                .profile(username)
                .chain(profile -> objects.user(profile, reading))
                .map(user -> Json.answer(request, user));
    }

    @GET
    @Path("things")
    @Operation(hidden = true)
    public Uni<Response> things(
            @PathParam("username") String username, @Context UriInfo asked, @Context RoutingContext request) {
        var reading = Reading.of(caller, asked);
        return catalogue
                .profile(username)
                .chain(profile -> catalogue.thingsOf(profile.account(), false, reading.part()))
                .chain(things -> objects.things(things, reading))
                .map(things -> Json.answer(request, things));
    }

    @GET
    @Path("flattrs")
    @Operation(hidden = true)
    public Uni<Response> flattrs(
            @PathParam("username") String username, @Context UriInfo asked, @Context RoutingContext request) {
        var reading = Reading.of(caller, asked);
        return catalogue
                .profile(username)
                .chain(profile -> catalogue.given(profile, reading.viewer(Scope.FLATTR), reading.part()))
                .chain(given -> objects.flattrs(given, reading))
                .map(given -> Json.answer(request, given));
    }

    @GET
    @Path("activities")
    @Operation(hidden = true)
    public Uni<Response> activities(
            @PathParam("username") String username,
            @QueryParam("type") String type,
            @Context UriInfo asked,
            @Context RoutingContext request) {
        var reading = Reading.of(caller, asked);
        return catalogue
                .profile(username)
                .chain(profile -> activities.of(profile, reading.viewer(Scope.FLATTR), type, reading.part(), request));
    }

    @POST
    @Path("verify")
    @Operation(hidden = true)
    public Uni<Response> verify(@PathParam("username") String username, String body, @Context RoutingContext request) {
        caller.require();
        var identity = Sent.of(body).needed("identity");
        return catalogue
                .profile(username)
                .chain(profile -> verification.of(profile, identity))
                .map(verified -> Json.answer(request, verified));
    }
}
