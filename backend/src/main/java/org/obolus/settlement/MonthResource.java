package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthState;

/** Where each month stands, for everybody. */
@Path("/api/v1/months")
@Tag(name = "months")
class MonthResource {

    private final Settlement settlement;

    MonthResource(Settlement settlement) {
        this.settlement = settlement;
    }

    record MonthView(Month month, String state, Integer feePercent, Instant closedAt, Instant settledAt) {

        static MonthView of(MonthState state) {
            return new MonthView(
                    state.month(),
                    state.stage().name().toLowerCase(Locale.ROOT),
                    state.feePercent().orElse(null),
                    state.closedAt().orElse(null),
                    state.settledAt().orElse(null));
        }
    }

    @GET
    @Operation(summary = "Every month and its state: open, closed (under review), settled")
    public Uni<List<MonthView>> months() {
        return settlement
                .months()
                .map(months -> months.stream().map(MonthView::of).toList());
    }
}
