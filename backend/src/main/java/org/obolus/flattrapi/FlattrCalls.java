package org.obolus.flattrapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.flattrs.Giver;
import org.obolus.problems.Problem;

/** Flattring whatever is at an address, or at many. */
@Path("/rest/v2/flattr")
@Produces(MediaType.WILDCARD)
class FlattrCalls {

    private static final int MOST = 100;

    private final Giving giving;
    private final ErrorBodies errors;
    private final Caller caller;

    FlattrCalls(Giving giving, ErrorBodies errors, Caller caller) {
        this.giving = giving;
        this.errors = errors;
        this.caller = caller;
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> flattrPage(String body, @Context RoutingContext request) {
        var giver = Giver.of(caller.grant(Scope.FLATTR));
        return giving.at(giver, Sent.of(body).needed("url")).map(answer -> Json.answer(request, answer));
    }

    /** One after the other, so that the outcomes stand in the order of the entries; a refusal stops none of the others. */
    @POST
    @Path("bulk")
    @Operation(hidden = true)
    public Uni<Response> flattrMany(String body, @Context RoutingContext request) {
        var giver = Giver.of(caller.grant(Scope.FLATTR));
        return Multi.createFrom()
                .iterable(urls(Sent.of(body).json()))
                .onItem()
                .transformToUniAndConcatenate(url -> outcome(giver, url))
                .collect()
                .asList()
                .map(outcomes -> Json.answer(request, outcomes));
    }

    private static List<String> urls(JsonNode entries) {
        if (!entries.isArray() || entries.isEmpty() || entries.size() > MOST) {
            throw new CallRefused.WrongParameter("url", "Send an array of 1 to " + MOST + " objects, each with a url.");
        }
        var urls = new ArrayList<String>();
        entries.forEach(entry -> urls.add(entry.path("url").asText("")));
        return urls;
    }

    private Uni<Map<String, Object>> outcome(Giver giver, String url) {
        return Uni.createFrom()
                .deferred(() -> giving.at(giver, url))
                .onFailure(Problem.class)
                .recoverWithItem(errors::of)
                .map(outcome -> {
                    var named = new LinkedHashMap<String, Object>();
                    named.put("url", url);
                    named.putAll(outcome);
                    return named;
                });
    }
}
