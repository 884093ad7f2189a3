package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Grant;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.database.PageWish;

/** The pages of a site that its owner gives to others, over HTTP. */
@Path("/api/v1/sites/{host}/assignments")
@Tag(name = "sites")
class AssignmentResource {

    private final PageAssignments assignments;
    private final Caller caller;

    AssignmentResource(PageAssignments assignments, Caller caller) {
        this.assignments = assignments;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Which pages of my site are other accounts', or are to be")
    public Uni<RestResponse<Page.Items<AssignmentView>>> list(
            @PathParam("host") String host,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo asked) {
        var me = caller.account(Scope.THING, Scope.EXTENDED_READ);
        return assignments
                .assignments(me, SiteHost.of(host), PageWish.of(limit, cursor))
                .map(page -> page.map(AssignmentView::of).answer(asked));
    }

    @POST
    @Operation(
            summary = "Give pages of my site to another account, from a date",
            description = "The account has to agree. What an app sends is a proposal that the owner has to confirm.")
    @APIResponse(
            responseCode = "200",
            description = "Known already",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AssignmentView.class)))
    @APIResponse(
            responseCode = "201",
            description = "New",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AssignmentView.class)))
    public Uni<Response> assign(@PathParam("host") String host, WantedAssignment wanted) {
        var grant = caller.grant(Scope.THING);
        var site = SiteHost.of(host);
        return assignments
                .assign(grant.account(), site, wanted.on(site, isOwnWord(grant)))
                .map(AssignmentResource::answer);
    }

    @POST
    @Path("{id}/confirmation")
    @Operation(summary = "Confirm what an app has proposed; no app can")
    public Uni<AssignmentView> confirm(@PathParam("host") String host, @PathParam("id") long id) {
        return assignments
                .confirm(caller.byOwnHand(Scope.SITE), SiteHost.of(host), new AssignmentId(id))
                .map(AssignmentView::of);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End it: the pages are my site's again, and what was given stays")
    public Uni<Void> end(@PathParam("host") String host, @PathParam("id") long id) {
        return assignments.endAssignment(caller.account(Scope.THING), SiteHost.of(host), new AssignmentId(id));
    }

    /** By what a site's money goes to somebody else, its owner has to say, and not an app in their name. */
    private static boolean isOwnWord(Grant grant) {
        return grant.app().isEmpty() && grant.scopes().contains(Scope.SITE);
    }

    private static Response answer(PageAssignments.Assigned assigned) {
        var made = assigned.assignment();
        var answer = assigned.isNew()
                ? Response.created(URI.create("/api/v1/sites/" + made.site() + "/assignments/" + made.id()))
                : Response.ok();
        return answer.entity(AssignmentView.of(made)).build();
    }
}
