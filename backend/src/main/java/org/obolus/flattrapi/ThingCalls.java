package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Grant;
import org.obolus.accounts.Scope;
import org.obolus.problems.Unacceptable;
import org.obolus.social.Catalogue;
import org.obolus.things.Registered;
import org.obolus.things.Things;

/** Things: read, look up, submit, change, delete. */
@Path("/rest/v2/things")
@Produces(MediaType.WILDCARD)
class ThingCalls {

    private final Things things;
    private final Offered offered;
    private final Catalogue catalogue;
    private final ReadThings readThings;
    private final ReadObjects objects;
    private final ApiObjects shapes;
    private final Caller caller;

    ThingCalls(
            Things things,
            Offered offered,
            Catalogue catalogue,
            ReadThings readThings,
            ReadObjects objects,
            ApiObjects shapes,
            Caller caller) {
        this.things = things;
        this.offered = offered;
        this.catalogue = catalogue;
        this.readThings = readThings;
        this.objects = objects;
        this.shapes = shapes;
        this.caller = caller;
    }

    @GET
    @Path("search")
    @Operation(hidden = true)
    public Uni<Response> search(@Context UriInfo asked, @Context RoutingContext request) {
        return readThings.search(asked, Reading.of(caller, asked)).map(found -> Json.answer(request, found));
    }

    @GET
    @Path("lookup")
    @Operation(hidden = true)
    public Uni<Response> lookUp(@QueryParam("url") String url, @Context RoutingContext request) {
        return readThings.lookUp(whoAsksPlatforms(), url, request);
    }

    /** This call asks for no scope: whoever's token may neither flattr nor register is answered as a stranger is. */
    private Optional<AccountId> whoAsksPlatforms() {
        return caller.grant()
                .filter(grant ->
                        grant.scopes().contains(Scope.FLATTR) || grant.scopes().contains(Scope.THING))
                .map(Grant::account);
    }

    @GET
    @Path("{ids}")
    @Operation(hidden = true)
    public Uni<Response> read(@PathParam("ids") String ids, @Context UriInfo asked, @Context RoutingContext request) {
        return readThings.some(ids, Reading.of(caller, asked)).map(found -> Json.answer(request, found));
    }

    @GET
    @Path("{id}/flattrs")
    @Operation(hidden = true)
    public Uni<Response> flattrs(@PathParam("id") String id, @Context UriInfo asked, @Context RoutingContext request) {
        var reading = Reading.of(caller, asked);
        return readThings
                .one(id)
                .chain(thing -> catalogue.on(thing.id(), reading.part()))
                .chain(given -> objects.flattrs(given, reading))
                .map(given -> Json.answer(request, given));
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> submit(String body, @Context RoutingContext request) {
        var me = caller.account(Scope.THING);
        var sent = Sent.of(body);
        return things.register(me, offered.by(sent.needed("url")).url(), Texts.of(sent))
                .map(registered -> submitted(request, registered));
    }

    @PATCH
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<Response> change(@PathParam("id") String id, String body, @Context RoutingContext request) {
        return change(id, Sent.of(body), request);
    }

    @DELETE
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<Response> delete(@PathParam("id") String id) {
        return things.delete(caller.account(Scope.THING), ReadThings.id(id))
                .replaceWith(() -> Response.noContent().build());
    }

    /** For clients that cannot send every method. */
    @POST
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<Response> instead(@PathParam("id") String id, String body, @Context RoutingContext request) {
        var sent = Sent.of(body);
        return switch (sent.method()) {
            case "patch", "put" -> change(id, sent, request);
            case "delete" -> delete(id);
            default -> throw new Unacceptable.Malformed("Say in _method what is to be done: patch or delete.");
        };
    }

    private Uni<Response> change(String id, Sent sent, RoutingContext request) {
        return things.change(caller.account(Scope.THING), ReadThings.id(id), Texts.of(sent))
                .map(changed -> Json.answer(request, ApiObjects.ok("Thing was updated successfully")));
    }

    /** What nobody has claimed is taken without its texts; what is somebody else's is not. */
    private Response submitted(RoutingContext request, Registered registered) {
        var thing = registered.thing();
        var owner = ApiObjects.ownerOf(thing);
        if (!registered.owned() && owner.isPresent()) {
            throw new CallRefused.OwnerMismatch(owner.get());
        }
        var description = registered.owned()
                ? "Thing was created successfully"
                : registered.sentence(caller.require().username());
        return Json.created(request, shapes.submitted(thing.id(), description));
    }
}
