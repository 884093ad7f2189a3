package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Accounts;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.identities.SiteHost;
import org.obolus.problems.Unacceptable;
import org.obolus.web.WebUrl;

/** Web hooks over HTTP. A token has to have the scope of each event that it asks for. */
@Path("/api/v1/hooks")
@Tag(name = "web hooks")
class HookResource {

    private final Hooks hooks;
    private final Apps apps;
    private final Accounts accounts;
    private final Caller caller;

    HookResource(Hooks hooks, Apps apps, Accounts accounts, Caller caller) {
        this.hooks = hooks;
        this.apps = apps;
        this.accounts = accounts;
        this.caller = caller;
    }

    /**
     * With an app of one's own the address is told of everybody who lets that app read it. Operators name with partner_of
     * whose partner the address is; it is then told of that site's pending clicks.
     */
    @Schema(name = "NewHook")
    record WrittenHook(String url, List<String> events, UUID app, String partnerOf) {}

    @Schema(name = "HookChange")
    record WrittenChange(String url, List<String> events, Boolean enabled) {}

    @POST
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HookViews.Made.class)))
    @Operation(summary = "Have an address told of events; the answer is the only one with its secret")
    public Uni<HookViews.Made> make(WrittenHook written) {
        var url = hooks.address(written.url());
        if (written.partnerOf() != null && written.app() != null) {
            throw new Unacceptable.Invalid("app", "A partner's address is told of a site, not of an app's people.");
        }
        if (written.partnerOf() != null) {
            var host = SiteHost.of(written.partnerOf()).value();
            return accounts.requireOperator(caller)
                    .chain(operator -> hooks.make(operator, NewHook.ofThePartner(host, url)))
                    .map(HookViews.Made::of);
        }
        var events = HookEvent.setOf(written.events());
        return written.app() == null
                ? hooks.make(account(), NewHook.of(url, allowed(events))).map(HookViews.Made::of)
                : ofAnApp(written.app(), url, events);
    }

    /** The scopes that matter here are those that people allow the app. */
    private Uni<HookViews.Made> ofAnApp(UUID app, WebUrl url, Set<HookEvent> events) {
        var owner = account();
        return apps.mine(owner, app)
                .chain(mine -> hooks.make(owner, NewHook.of(mine.id(), url, events)))
                .map(HookViews.Made::of);
    }

    @GET
    @Operation(summary = "My web hooks")
    public Uni<List<HookViews.Hook>> list() {
        return hooks.of(account())
                .map(all -> all.stream().map(HookViews.Hook::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One web hook")
    public Uni<HookViews.Hook> read(@PathParam("id") long id) {
        return hooks.find(account(), id).map(HookViews.Hook::of);
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change what is given; enabled switches it off, or on again")
    public Uni<HookViews.Hook> change(@PathParam("id") long id, WrittenChange written) {
        var url = Optional.ofNullable(written.url()).map(hooks::address);
        Optional<Collection<HookEvent>> events =
                Optional.ofNullable(written.events()).map(HookEvent::setOf);
        var owner = account();
        return hooks.find(owner, id)
                .invoke(known -> events.filter(asked -> known.app().isEmpty()).ifPresent(this::allowed))
                .chain(() -> hooks.change(owner, id, url, events, Optional.ofNullable(written.enabled())))
                .map(HookViews.Hook::of);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End a web hook and forget what was sent")
    public Uni<Void> delete(@PathParam("id") long id) {
        return hooks.delete(account(), id);
    }

    @POST
    @Path("{id}/secret")
    @Operation(summary = "Sign with a new secret and new keys; the old ones sign too for a day")
    public Uni<HookViews.Made> rotate(@PathParam("id") long id) {
        return hooks.rotate(account(), id).map(HookViews.Made::of);
    }

    @POST
    @Path("{id}/test")
    @APIResponse(responseCode = "204", description = "It is on its way")
    @Operation(summary = "Send the event hook.test")
    public Uni<Void> test(@PathParam("id") long id) {
        return hooks.test(account(), id);
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(summary = "What was sent in the last 30 days or is to be sent, the newest first")
    public Uni<RestResponse<Page.Items<HookViews.Delivery>>> deliveries(
            @PathParam("id") long id,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo asked) {
        return hooks.deliveries(account(), id, PageWish.of(limit, cursor))
                .map(page -> page.map(HookViews.Delivery::of).answer(asked));
    }

    @POST
    @Path("{id}/deliveries/{number}/replay")
    @APIResponse(responseCode = "204", description = "It is on its way")
    @Operation(summary = "Send it once more under the same id")
    public Uni<Void> replay(@PathParam("id") long id, @PathParam("number") long number) {
        return hooks.replay(account(), id, number);
    }

    private <E extends Collection<HookEvent>> E allowed(E events) {
        events.forEach(event -> caller.account(event.scope()));
        return events;
    }

    private AccountId account() {
        return caller.byOwnHand(Scope.THING);
    }
}
