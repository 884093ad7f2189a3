package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.obolus.accounts.Accounts;
import org.obolus.accounts.Caller;
import org.obolus.calendar.Month;

/** Lets an operator end the review early. */
@Path("/api/v1/operator/months")
@Tag(name = "operator")
class OperatorMonthResource {

    private final Settlement settlement;
    private final Accounts accounts;
    private final Caller caller;

    OperatorMonthResource(Settlement settlement, Accounts accounts, Caller caller) {
        this.settlement = settlement;
        this.accounts = accounts;
        this.caller = caller;
    }

    /** @param settled false while another server still works on it */
    record SettlementView(Month month, boolean settled) {}

    @POST
    @Path("{month}/settlement")
    @Operation(summary = "Settle a closed month now; asking again is harmless")
    public Uni<SettlementView> settle(@PathParam("month") String written) {
        var month = Month.of(written);
        return accounts.requireOperator(caller)
                .chain(operator -> settlement.settle(month))
                .map(settled -> new SettlementView(month, settled));
    }
}
