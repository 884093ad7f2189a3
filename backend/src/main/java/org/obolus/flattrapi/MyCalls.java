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
import org.obolus.social.Profile;

/** What the user behind a token reads of themselves. */
@Path("/rest/v2/user")
@Produces(MediaType.WILDCARD)
class MyCalls {

    private final UserAnswers answers;
    private final ReadSubscriptions subscriptions;
    private final Caller caller;

    MyCalls(UserAnswers answers, ReadSubscriptions subscriptions, Caller caller) {
        this.answers = answers;
        this.subscriptions = subscriptions;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> me(@Context UriInfo asked, @Context RoutingContext request) {
        return answers.user(mine(), Reading.of(caller, asked), request);
    }

    /** Hidden ones too for whoever may read or change them. */
    @GET
    @Path("things")
    @Operation(hidden = true)
    public Uni<Response> things(@Context UriInfo asked, @Context RoutingContext request) {
        var mine = mine();
        var reading = Reading.of(caller, asked);
        return answers.things(mine, reading.viewer(Scope.THING).isPresent(), reading, request);
    }

    @GET
    @Path("flattrs")
    @Operation(hidden = true)
    public Uni<Response> flattrs(@Context UriInfo asked, @Context RoutingContext request) {
        return answers.flattrs(mine(), Reading.of(caller, asked), request);
    }

    @GET
    @Path("activities")
    @Operation(hidden = true)
    public Uni<Response> activities(
            @QueryParam("type") String type, @Context UriInfo asked, @Context RoutingContext request) {
        return answers.activities(mine(), type, Reading.of(caller, asked), request);
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
        return answers.verified(mine(), body, request);
    }

    private Uni<Profile> mine() {
        return answers.own(caller.require().account());
    }
}
