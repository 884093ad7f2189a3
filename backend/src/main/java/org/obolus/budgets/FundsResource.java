package org.obolus.budgets;

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

/** The caller's own funds, movement by movement. */
@Path("/api/v1/funds")
@Tag(name = "budget and funds")
class FundsResource {

    private final Budgets budgets;
    private final Caller caller;

    FundsResource(Budgets budgets, Caller caller) {
        this.budgets = budgets;
        this.caller = caller;
    }

    @GET
    @Path("history")
    @Operation(summary = "What came into my funds and what left them, the latest first")
    public Uni<RestResponse<Page.Items<MovementView>>> history(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context UriInfo asked) {
        var account = caller.account(Scope.BUDGET_READ);
        var funds = LedgerAccount.funds(account.value());
        return budgets.fundsHistory(account, PageWish.of(limit, cursor))
                .map(page -> page.map(booked -> MovementView.of(booked, funds)).answer(asked));
    }
}
