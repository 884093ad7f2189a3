package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.obolus.calendar.Month;

/**
 * What became of one click of a batch: a flattr or a refusal, never both.
 *
 * @param isNew whether there is one flattr more than before
 */
record Outcome(Flattr flattr, FlattrRefused refusal, boolean isNew) {

    static Outcome given(Click click, Month month, Row row) {
        return new Outcome(flattr(click, month, row), null, true);
    }

    /** The answer of the first time, to a request that came again. */
    static Outcome asBefore(Click click, Month month, Row row) {
        return new Outcome(flattr(click, month, row), null, false);
    }

    static Outcome refused(Click click, Month month, String refusal) {
        return new Outcome(null, reason(click, month, refusal), false);
    }

    Uni<Flattr> answer() {
        return refusal == null
                ? Uni.createFrom().item(flattr)
                : Uni.createFrom().failure(refusal);
    }

    /** The name of the refusal's problem, or null. */
    String refusalCode() {
        return refusal == null ? null : refusal.type().code();
    }

    private static Flattr flattr(Click click, Month month, Row row) {
        return new Flattr(
                click.thing(), month, row.getOffsetDateTime("given_at").toInstant());
    }

    private static FlattrRefused reason(Click click, Month month, String refusal) {
        return switch (refusal) {
            case "unknown" -> new FlattrRefused.UnknownThing(click.thing());
            case "opted_out" -> new FlattrRefused.OptedOut(click.thing());
            case "owner" -> new FlattrRefused.OwnThing(click.thing());
            case "once" -> new FlattrRefused.Once(click.thing(), month);
            case "app_limit" -> new FlattrRefused.AppLimit();
            case "no_budget" -> new FlattrRefused.NoMeans(FlattrRefused.Lack.NO_BUDGET);
            case "paused" -> new FlattrRefused.NoMeans(FlattrRefused.Lack.PAUSED);
            case "no_funds" -> new FlattrRefused.NoMeans(FlattrRefused.Lack.NO_FUNDS);
            default -> throw new IllegalStateException("The database refused a click with " + refusal);
        };
    }
}
