package org.obolus.things;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.identities.Found;
import org.obolus.identities.PlatformPeople;
import org.obolus.problems.Unacceptable;

/** Things over HTTP. */
@Path("/api/v1/things")
@Tag(name = "things")
class ThingResource {

    private final Things things;
    private final PlatformPeople people;
    private final Caller caller;

    ThingResource(Things things, PlatformPeople people, Caller caller) {
        this.things = things;
        this.people = people;
        this.caller = caller;
    }

    record WrittenThing(
            String url,
            String title,
            String description,
            String category,
            String language,
            List<String> tags,
            Boolean hidden,
            String author,
            String owner,
            String handle) {

        Changes changes() {
            return Changes.of(draft().texts());
        }

        Draft draft() {
            return new Draft(url, new Changes.Written(title, description, category, language, tags, hidden, author));
        }
    }

    /** The thing, whether it is the caller's to describe, and what to do if it should be. */
    record RegisteredView(@JsonUnwrapped ThingView thing, boolean owned, String detail) {}

    @POST
    @Operation(
            summary = "Register an address, the same thing however often; without proof its texts are ignored",
            description = "Instead of url, owner names somebody on another platform by their identity"
                    + " (github:user:id:583231) or by their e-mail address (email:alice@example.org), and handle as people"
                    + " do (github:alice, @alice@social.example).")
    @APIResponse(
            responseCode = "200",
            description = "Known already",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RegisteredView.class)))
    @APIResponse(
            responseCode = "201",
            description = "New",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RegisteredView.class)))
    public Uni<Response> register(WrittenThing written) {
        var me = account();
        return registered(me, written).map(this::answer);
    }

    private Uni<Registered> registered(AccountId me, WrittenThing written) {
        if (Stream.of(written.url(), written.owner(), written.handle())
                        .filter(Objects::nonNull)
                        .count()
                > 1) {
            throw new Unacceptable.Invalid("url", "Send one of url, owner and handle.");
        }
        return written.owner() == null && written.handle() == null
                ? things.register(me, ThingUrl.of(written.url()), written.changes())
                : person(me, written).chain(person -> things.register(me, person, written.changes()));
    }

    private Uni<Found.Somebody> person(AccountId me, WrittenThing written) {
        return written.owner() == null
                ? people.find(me, written.handle()).map(ThingResource::person)
                : people.owner(Optional.of(me), written.owner())
                        .map(found -> found.orElseThrow(() -> new Unacceptable.Invalid(
                                "owner",
                                "Name somebody by their identity on another platform, like github:user:id:583231, or by"
                                        + " their e-mail address, like email:alice@example.org.")));
    }

    private static Found.Somebody person(Found found) {
        if (found instanceof Found.Somebody person) {
            return person;
        }
        throw new Unacceptable.Invalid("handle", "That is a page. Send its address in the field url.");
    }

    @GET
    @SecurityRequirements
    @Operation(summary = "The thing at an address")
    public Uni<ThingView> at(@QueryParam("url") String url) {
        var address = ThingUrl.of(url);
        return things.find(address).map(found -> view(found, () -> new ThingRefused.NotKnown(address)));
    }

    @GET
    @Path("mine")
    @Operation(summary = "My things, the newest first")
    public Uni<RestResponse<Page.Items<ThingView>>> mine(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context UriInfo asked) {
        return things.of(caller.account(Scope.THING, Scope.EXTENDED_READ), PageWish.of(limit, cursor))
                .map(page -> page.map(ThingView::of).answer(asked));
    }

    @GET
    @Path("{id}")
    @SecurityRequirements
    @Operation(summary = "One thing")
    public Uni<ThingView> read(@PathParam("id") long id) {
        var thing = new ThingId(id);
        return things.find(thing).map(found -> view(found, () -> new ThingRefused.NotKnown(thing)));
    }

    @POST
    @Path("{id}/proof")
    @Operation(summary = "Look again whom the page names; anybody may ask")
    public Uni<RegisteredView> proveAgain(@PathParam("id") long id) {
        return things.proveAgain(account(), new ThingId(id)).map(this::view);
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change what is given")
    public Uni<ThingView> change(@PathParam("id") long id, WrittenThing written) {
        if (written.url() != null) {
            throw new ThingRefused.UrlStays();
        }
        return things.change(account(), new ThingId(id), written.changes()).map(ThingView::of);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Take the thing away from people's eyes; registering it again restores it")
    public Uni<Void> delete(@PathParam("id") long id) {
        return things.delete(account(), new ThingId(id));
    }

    private AccountId account() {
        return caller.account(Scope.THING);
    }

    private static ThingView view(Optional<Thing> found, Supplier<ThingRefused> otherwise) {
        return ThingView.of(found.filter(thing -> !thing.isDeleted()).orElseThrow(otherwise));
    }

    private RegisteredView view(Registered registered) {
        var username = caller.require().username();
        return new RegisteredView(ThingView.of(registered.thing()), registered.owned(), registered.sentence(username));
    }

    private Response answer(Registered registered) {
        var answer = registered.isNew()
                ? Response.created(
                        URI.create("/api/v1/things/" + registered.thing().id()))
                : Response.ok();
        return answer.entity(view(registered)).build();
    }
}
