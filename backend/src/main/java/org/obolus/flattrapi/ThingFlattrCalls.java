package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.flattrs.Giver;

/** Flattring a thing by its id. */
@Path("/rest/v2/things/{id}/flattr")
@Produces(MediaType.WILDCARD)
class ThingFlattrCalls {

    private final Giving giving;
    private final Caller caller;

    ThingFlattrCalls(Giving giving, Caller caller) {
        this.giving = giving;
        this.caller = caller;
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> flattr(@PathParam("id") String id, @Context RoutingContext request) {
        return giving.to(Giver.of(caller.grant(Scope.FLATTR)), ReadThings.id(id))
                .map(answer -> Json.answer(request, answer));
    }
}
