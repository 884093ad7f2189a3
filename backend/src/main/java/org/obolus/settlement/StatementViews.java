package org.obolus.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthState.Stage;
import org.obolus.money.Money;
import org.obolus.settlement.ReceivedStatement.Claim;
import org.obolus.settlement.ReceivedStatement.OfThing;
import org.obolus.things.ThingId;

/** Statements as they go over the wire; amounts are integer micros. */
final class StatementViews {

    private StatementViews() {}

    record WorthView(Month month, Money potMicros, int flattrs, Money eachMicros, Money withOneMoreMicros) {

        static WorthView of(Worth worth) {
            return new WorthView(worth.month(), worth.pot(), worth.flattrs(), worth.each(), worth.withOneMore());
        }
    }

    record OverviewView(
            Month month, String state, Money givenMicros, Money grossMicros, Money feeMicros, Money netMicros) {

        static OverviewView of(Statements.Overview month) {
            return new OverviewView(
                    month.month(), written(month.stage()), month.given(), month.gross(), month.fee(), month.net());
        }
    }

    record ShareView(
            ThingId thing,
            String url,
            String title,
            String receiver,
            Money amountMicros,
            String state,
            LocalDate heldUntil) {}

    record VoidedView(ThingId thing, String url, String title, String reason) {}

    record GivenView(Month month, String state, Money potMicros, List<ShareView> shares, List<VoidedView> voided) {

        static GivenView of(GivenStatement statement) {
            return new GivenView(
                    statement.month(),
                    written(statement.stage()),
                    statement.pot(),
                    statement.shares().stream().map(GivenView::share).toList(),
                    statement.voided().stream()
                            .map(line -> new VoidedView(line.thing(), line.url(), line.title(), line.reason()))
                            .toList());
        }

        private static ShareView share(GivenStatement.Line line) {
            return new ShareView(
                    line.thing(),
                    line.url(),
                    line.title(),
                    line.receiver(),
                    line.amount(),
                    line.fate().name().toLowerCase(Locale.ROOT),
                    line.heldUntil().orElse(null));
        }
    }

    @Schema(name = "ReceivedForThing")
    record ThingView(ThingId thing, String url, String title, long clicks, Money grossMicros, long clicksInAll) {

        static ThingView of(OfThing thing) {
            return new ThingView(
                    thing.thing(), thing.url(), thing.title(), thing.clicks(), thing.gross(), thing.clicksInAll());
        }
    }

    record ClaimView(String identity, Instant paidAt, Money grossMicros, Money feeMicros, Money netMicros) {

        static ClaimView of(Claim claim) {
            return new ClaimView(claim.identity(), claim.paidAt(), claim.gross(), claim.fee(), claim.net());
        }
    }

    record VoidedClicksView(ThingId thing, String url, String title, long clicks, String reason) {

        static VoidedClicksView of(ReceivedStatement.Voided line) {
            return new VoidedClicksView(line.thing(), line.url(), line.title(), line.clicks(), line.reason());
        }
    }

    record ReceivedView(
            Month month,
            String state,
            Money grossMicros,
            Money feeMicros,
            Money netMicros,
            List<ThingView> things,
            List<ThingView> claimed,
            List<ClaimView> claims,
            List<VoidedClicksView> voided) {

        static ReceivedView of(ReceivedStatement statement) {
            return new ReceivedView(
                    statement.month(),
                    written(statement.stage()),
                    statement.gross(),
                    statement.fee(),
                    statement.net(),
                    statement.things().stream().map(ThingView::of).toList(),
                    statement.claimed().stream().map(ThingView::of).toList(),
                    statement.claims().stream().map(ClaimView::of).toList(),
                    statement.voided().stream().map(VoidedClicksView::of).toList());
        }
    }

    private static String written(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
