package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Accounts;
import org.obolus.accounts.Caller;
import org.obolus.calendar.Month;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.problems.Unacceptable;
import org.obolus.things.ThingId;

/** What operators do about abusive flattrs in the time of review (money.md, rule 6). */
@Path("/api/v1/operator")
@Tag(name = "operator")
class OperatorFlattrResource {

    private final Flattrs flattrs;
    private final Accounts accounts;
    private final Caller caller;

    OperatorFlattrResource(Flattrs flattrs, Accounts accounts, Caller caller) {
        this.flattrs = flattrs;
        this.accounts = accounts;
        this.caller = caller;
    }

    /** Which flattr to void, and why. */
    record NewVoid(AccountId supporter, Month month, ThingId thing, String reason) {

        NewVoid {
            if (supporter == null || month == null || thing == null) {
                throw new Unacceptable.Malformed("Name the flattr by supporter, month and thing, and give a reason.");
            }
        }
    }

    /** A flattr as an operator sees it. */
    @Schema(name = "FlattrSeenByOperator")
    record GivenView(AccountId supporter, ThingId thing, Month month, Instant givenAt) {

        static GivenView of(Flattrs.By by) {
            var flattr = by.flattr();
            return new GivenView(by.supporter(), flattr.thing(), flattr.month(), flattr.givenAt());
        }
    }

    @POST
    @Path("voids")
    @APIResponse(responseCode = "204", description = "Voided")
    @Operation(summary = "Make a flattr count nowhere, with a reason that supporter and creator can read")
    public Uni<Void> makeVoid(NewVoid asked) {
        if (asked == null) {
            throw new Unacceptable.Malformed("Name the flattr by supporter, month and thing, and give a reason.");
        }
        var reason = new VoidReason(asked.reason());
        return accounts.requireOperator(caller)
                .chain(operator -> flattrs.makeVoid(operator, asked.supporter(), asked.month(), asked.thing(), reason));
    }

    @GET
    @Path("things/{thing}/flattrs")
    @Operation(summary = "Who flattred a thing in a month, this one unless another is named")
    public Uni<RestResponse<Page.Items<GivenView>>> given(
            @PathParam("thing") long thing,
            @QueryParam("month") String month,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo asked) {
        var wish = PageWish.of(limit, cursor);
        return accounts.requireOperator(caller)
                .chain(operator -> flattrs.on(
                        new ThingId(thing), Optional.ofNullable(month).map(Month::of), wish))
                .map(page -> page.map(GivenView::of).answer(asked));
    }
}
