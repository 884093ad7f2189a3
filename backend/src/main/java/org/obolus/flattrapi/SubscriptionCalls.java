package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.flattrs.Giver;
import org.obolus.flattrs.Subscription;
import org.obolus.flattrs.Subscriptions;
import org.obolus.flattrs.Term;
import org.obolus.things.ThingId;

/** Flattring a thing every month. */
@Path("/rest/v2/things/{id}/subscriptions")
@Produces(MediaType.WILDCARD)
class SubscriptionCalls {

    private static final int FORBIDDEN = 403;

    private final Subscriptions subscriptions;
    private final Caller caller;

    SubscriptionCalls(Subscriptions subscriptions, Caller caller) {
        this.subscriptions = subscriptions;
        this.caller = caller;
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> subscribe(@PathParam("id") String id, String body, @Context RoutingContext request) {
        var sent = Sent.of(body);
        return switch (sent.method()) {
            case "put" -> toggle(id, request);
            case "delete" -> stop(id);
            default -> begin(ReadThings.id(id), request);
        };
    }

    @PUT
    @Operation(hidden = true)
    public Uni<Response> toggle(@PathParam("id") String id, @Context RoutingContext request) {
        var thing = ReadThings.id(id);
        return toggle(Giver.of(caller.grant(Scope.FLATTR)), thing)
                .map(now ->
                        Json.answer(request, Map.of("message", now.pausedAt().isPresent() ? "paused" : "started")));
    }

    @DELETE
    @Operation(hidden = true)
    public Uni<Response> stop(@PathParam("id") String id) {
        return subscriptions
                .stop(caller.account(Scope.FLATTR), ReadThings.id(id))
                .replaceWith(() -> Response.noContent().build());
    }

    private Uni<Response> begin(ThingId thing, RoutingContext request) {
        var giver = Giver.of(caller.grant(Scope.FLATTR));
        return subscriptions
                .of(giver.supporter(), thing)
                .chain(running -> running.isPresent()
                        ? Uni.createFrom().item(twice(request))
                        : subscriptions
                                .make(giver, thing, Term.of((Integer) null))
                                .map(made ->
                                        Json.created(request, ApiObjects.ok("Thing was successfully subscribed"))));
    }

    /** What was asked for is there already, and is not changed by asking again. */
    private static Response twice(RoutingContext request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("error", "subscribed");
        body.put("error_description", "You have subscribed to this thing already");
        body.put("error_uri", "");
        return Json.answer(request, FORBIDDEN, body);
    }

    /** Where there is none, pausing says so. */
    private Uni<Subscription> toggle(Giver me, ThingId thing) {
        return subscriptions
                .of(me.supporter(), thing)
                .chain(running -> running.flatMap(Subscription::pausedAt).isPresent()
                        ? subscriptions.resume(me, thing)
                        : subscriptions.pause(me.supporter(), thing));
    }
}
