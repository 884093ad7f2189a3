package org.obolus.things;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;

/** Things over HTTP. */
@Path("/api/v1/things")
class ThingResource {

    private final Things things;
    private final Caller caller;

    ThingResource(Things things, Caller caller) {
        this.things = things;
        this.caller = caller;
    }

    record NewThing(String url) {}

    record RegisteredView(@JsonUnwrapped ThingView thing, boolean owned) {}

    @POST
    public Uni<Response> register(NewThing wanted) {
        return things.register(caller.account(Scope.THING), ThingUrl.of(wanted.url()))
                .map(ThingResource::answer);
    }

    @GET
    public Uni<ThingView> at(@QueryParam("url") String url) {
        var address = ThingUrl.of(url);
        return things.find(address)
                .map(found -> ThingView.of(found.filter(thing -> !thing.isDeleted())
                        .orElseThrow(() -> new ThingRefused.NotKnown(address))));
    }

    @GET
    @Path("{id}")
    public Uni<ThingView> read(@PathParam("id") long id) {
        var thing = new ThingId(id);
        return things.find(thing)
                .map(found -> ThingView.of(
                        found.filter(there -> !there.isDeleted()).orElseThrow(() -> new ThingRefused.NotKnown(thing))));
    }

    private static Response answer(Registered registered) {
        var thing = registered.thing();
        var answer = registered.isNew() ? Response.created(URI.create("/api/v1/things/" + thing.id())) : Response.ok();
        return answer.entity(new RegisteredView(ThingView.of(thing), registered.owned()))
                .build();
    }
}
