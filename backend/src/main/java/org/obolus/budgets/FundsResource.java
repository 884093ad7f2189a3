package org.obolus.budgets;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.PageWish;
import org.obolus.ledger.Booked;
import org.obolus.ledger.LedgerAccount;
import org.obolus.money.Money;

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

    enum Direction {
        @JsonProperty("in")
        IN,
        @JsonProperty("out")
        OUT
    }

    record MovementView(String key, Direction direction, Money amountMicros, String counterpart, Instant bookedAt) {

        static MovementView of(Booked booked, AccountId account) {
            var transfer = booked.transfer();
            var isIn = transfer.to().equals(LedgerAccount.funds(account.value()));
            return new MovementView(
                    transfer.key(),
                    isIn ? Direction.IN : Direction.OUT,
                    transfer.amount(),
                    isIn ? transfer.from().name() : transfer.to().name(),
                    booked.at());
        }
    }

    @GET
    @Path("history")
    @Operation(summary = "What came into my funds and what left them, the latest first")
    public Uni<Response> history(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context UriInfo asked) {
        var account = caller.account(Scope.BUDGET_READ);
        return budgets.fundsHistory(account, PageWish.of(limit, cursor))
                .map(page ->
                        page.map(booked -> MovementView.of(booked, account)).answer(asked));
    }
}
