package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.obolus.ledger.LedgerAccount;
import org.obolus.ledger.MovementView;
import org.obolus.money.Money;

/** The caller's own revenue, movement by movement. */
@Path("/api/v1/revenue")
@Tag(name = "revenue")
class RevenueResource {

    private final Statements statements;
    private final Caller caller;

    RevenueResource(Statements statements, Caller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    record RevenueView(Money revenueMicros) {}

    @GET
    @Operation(summary = "What I have received, less the fees, and not yet used")
    public Uni<RevenueView> revenue() {
        return statements.revenue(caller.account(Scope.REVENUE_READ)).map(RevenueView::new);
    }

    @GET
    @Path("history")
    @Operation(summary = "What came into my revenue and what left it, the latest first")
    public Uni<RestResponse<Page.Items<MovementView>>> history(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context UriInfo asked) {
        var account = caller.account(Scope.REVENUE_READ);
        var revenue = LedgerAccount.revenue(account.value());
        return statements
                .revenueHistory(account, PageWish.of(limit, cursor))
                .map(page ->
                        page.map(booked -> MovementView.of(booked, revenue)).answer(asked));
    }
}
