package org.obolus.settlement;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obolus.money.Money;
import org.obolus.settlement.GivenStatement.Line;
import org.obolus.settlement.GivenStatement.Voided;
import org.obolus.settlement.ReceivedStatement.Claim;
import org.obolus.settlement.ReceivedStatement.OfThing;
import org.obolus.settlement.ReceivedStatement.Share;

/** Statements as files: amounts with six decimals, but in Flattr's own format cents with a decimal comma. */
final class StatementFiles {

    private StatementFiles() {}

    static String given(GivenStatement statement) {
        return Csv.COMMAS.line("month", "thing", "url", "title", "receiver", "amount", "state", "reason", "held_until")
                + statement.shares().stream()
                        .map(line -> given(statement, line))
                        .collect(Collectors.joining())
                + statement.voided().stream()
                        .map(line -> voided(statement, line))
                        .collect(Collectors.joining());
    }

    static String shareHeader() {
        return Csv.COMMAS.line("month", "thing", "amount", "by_claim");
    }

    static String share(String month, Share share) {
        return Csv.COMMAS.line(month, share.thing(), share.amount(), share.byClaim());
    }

    static String claims(ReceivedStatement statement) {
        return Csv.COMMAS.line("month", "identity", "paid_at", "gross", "fee", "net")
                + statement.claims().stream().map(StatementFiles::claim).collect(Collectors.joining());
    }

    /** {@code period;id;flattr url;url;title;clicks;revenue;clicks total} (money.md, rule 18). */
    static String perThing(ReceivedStatement statement, String server) {
        return Csv.SEMICOLONS.line("period", "id", "flattr url", "url", "title", "clicks", "revenue", "clicks total")
                + Stream.concat(statement.things().stream(), statement.claimed().stream())
                        .map(thing -> perThing(statement, thing, server))
                        .collect(Collectors.joining());
    }

    private static String given(GivenStatement statement, Line line) {
        return Csv.COMMAS.line(
                statement.month(),
                line.thing(),
                line.url(),
                line.title(),
                line.called(),
                line.amount(),
                line.fate().name().toLowerCase(Locale.ROOT),
                null,
                line.heldUntil().orElse(null));
    }

    private static String voided(GivenStatement statement, Voided line) {
        return Csv.COMMAS.line(
                statement.month(),
                line.thing(),
                line.url(),
                line.title(),
                null,
                Money.ZERO,
                "voided",
                line.reason(),
                null);
    }

    private static String claim(Claim claim) {
        return Csv.COMMAS.line(claim.month(), claim.called(), claim.paidAt(), claim.gross(), claim.fee(), claim.net());
    }

    private static String perThing(ReceivedStatement statement, OfThing thing, String server) {
        return Csv.SEMICOLONS.line(
                statement.month(),
                thing.thing(),
                server + "/things/" + thing.thing(),
                thing.url(),
                thing.title(),
                thing.clicks(),
                new DecimalComma(thing.gross().toCents()),
                thing.clicksInAll());
    }

    /** An amount as the old format writes it; not a text, so that no cell rule touches it. */
    private record DecimalComma(String cents) {

        @Override
        public String toString() {
            return cents.replace('.', ',');
        }
    }
}
