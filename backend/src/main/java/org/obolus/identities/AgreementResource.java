package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.database.PageWish;

/** The pages that owners of sites give to the caller, over HTTP. */
@Path("/api/v1/assignments")
@Tag(name = "sites")
class AgreementResource {

    private final PageAssignments assignments;
    private final Caller caller;

    AgreementResource(PageAssignments assignments, Caller caller) {
        this.assignments = assignments;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Pages of others' sites that are mine, or are offered to me, the newest first")
    public Uni<RestResponse<Page.Items<AssignmentView>>> mine(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context UriInfo asked) {
        return assignments
                .assignedTo(caller.account(Scope.THING, Scope.EXTENDED_READ), PageWish.of(limit, cursor))
                .map(page -> page.map(AssignmentView::of).answer(asked));
    }

    @POST
    @Path("{id}/agreement")
    @Operation(summary = "Agree: from its date on the pages are mine; no app can")
    public Uni<AssignmentView> agree(@PathParam("id") long id) {
        return assignments
                .agree(caller.byOwnHand(Scope.THING), new AssignmentId(id))
                .map(AssignmentView::of);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Decline what is offered, or give the pages back; no app can")
    public Uni<Void> decline(@PathParam("id") long id) {
        return assignments.decline(caller.byOwnHand(Scope.THING), new AssignmentId(id));
    }
}
