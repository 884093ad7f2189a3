package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.obolus.calendar.Month;
import org.obolus.database.Command;
import org.obolus.problems.Unacceptable;

/** The command that ends the review of a closed month and settles it. */
@ApplicationScoped
class SettleCommand implements Command {

    private final Settlement settlement;

    SettleCommand(Settlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public String name() {
        return "settle-month";
    }

    @Override
    public String usage() {
        return "YEAR-MONTH: settles a closed month now, before its day; asking again is harmless";
    }

    @Override
    public Uni<String> run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Unacceptable.Malformed("Name one month: settle-month 2026-10.");
        }
        var month = Month.of(arguments.get(0));
        return settlement
                .settle(month)
                .map(settled ->
                        settled ? month + " is settled." : month + " is being settled by another server. Ask again.");
    }
}
