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

/** What everybody may read of a user. */
@Path("/rest/v2/users/{username}")
@Produces(MediaType.WILDCARD)
class UserCalls {

    private final UserAnswers answers;
    private final Caller caller;

    UserCalls(UserAnswers answers, Caller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> user(
            @PathParam("username") String username, @Context UriInfo asked, @Context RoutingContext request) {
        return answers.user(answers.named(username), Reading.of(caller, asked), request);
    }

    @GET
    @Path("things")
    @Operation(hidden = true)
    public Uni<Response> things(
            @PathParam("username") String username, @Context UriInfo asked, @Context RoutingContext request) {
        return answers.things(answers.named(username), false, Reading.of(caller, asked), request);
    }

    @GET
    @Path("flattrs")
    @Operation(hidden = true)
    public Uni<Response> flattrs(
            @PathParam("username") String username, @Context UriInfo asked, @Context RoutingContext request) {
        return answers.flattrs(answers.named(username), Reading.of(caller, asked), request);
    }

    @GET
    @Path("activities")
    @Operation(hidden = true)
    public Uni<Response> activities(
            @PathParam("username") String username,
            @QueryParam("type") String type,
            @Context UriInfo asked,
            @Context RoutingContext request) {
        return answers.activities(answers.named(username), type, Reading.of(caller, asked), request);
    }

    @POST
    @Path("verify")
    @Operation(hidden = true)
    public Uni<Response> verify(@PathParam("username") String username, String body, @Context RoutingContext request) {
        caller.require();
        return answers.verified(answers.named(username), body, request);
    }
}
