package org.obolus.budgets;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.money.Money;
import org.obolus.problems.Unacceptable;

/** The caller's own budget. */
@Path("/api/v1/budget")
@Tag(name = "budget and funds")
class BudgetResource {

    private final Budgets budgets;
    private final Caller caller;

    BudgetResource(Budgets budgets, Caller caller) {
        this.budgets = budgets;
        this.caller = caller;
    }

    record NewBudget(Money amountMicros) {

        Money amount() {
            if (amountMicros == null) {
                throw new Unacceptable.Invalid("amount_micros", "Say in amount_micros what to give each month.");
            }
            return amountMicros;
        }
    }

    record BudgetView(Optional<Money> amountMicros, boolean paused, Money fundsMicros, boolean hasMeans) {

        static BudgetView of(Means means) {
            return new BudgetView(
                    means.budget().map(Budget::amount),
                    means.budget().map(Budget::paused).orElse(false),
                    means.funds(),
                    means.suffice());
        }
    }

    @GET
    @Operation(summary = "My monthly budget, and the funds it is given from")
    public Uni<BudgetView> read() {
        return budgets.means(caller.account(Scope.BUDGET_READ)).map(BudgetView::of);
    }

    @PUT
    @Operation(summary = "Set what I want to give each month; a paused budget stays paused")
    public Uni<BudgetView> set(NewBudget asked) {
        return budgets.set(caller.account(Scope.BUDGET), asked.amount()).map(BudgetView::of);
    }

    @POST
    @Path("pause")
    @Operation(summary = "Refuse new flattrs until resumed; those given stay payable")
    public Uni<BudgetView> pause() {
        return budgets.pause(caller.account(Scope.BUDGET)).map(BudgetView::of);
    }

    @POST
    @Path("resume")
    @Operation(summary = "Flattr again")
    public Uni<BudgetView> resume() {
        return budgets.resume(caller.account(Scope.BUDGET)).map(BudgetView::of);
    }
}
