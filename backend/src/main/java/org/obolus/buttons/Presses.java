package org.obolus.buttons;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.problems.Problem;
import org.obolus.things.ThingId;

/**
 * Presses of the button inside other sites' pages, and how many are taken at their word.
 *
 * <p>A page can cover, move or fade what is inside it. Where the browser could tell that the button was in sight, only an
 * unusual rate asks for a confirmation; where it could not, three presses a day on one site are all that it can win.
 */
@ApplicationScoped
class Presses {

    static final int MOST_UNSEEN_A_DAY = 3;
    static final int MOST_AN_HOUR = 30;

    private static final String IN_TURN = """
            select pg_advisory_xact_lock(hashtextextended(format('button %s %s', $1::bigint, $2::text), 0))""";
    private static final String TAKE = """
            insert into button_presses (supporter_id, site, pressed_at, press, seen)
            select $1, $2, $3, $4, $5
            where (select count(*) from button_presses
                   where supporter_id = $1 and site = $2 and pressed_at > $6) < $7
              and ($5 or (select count(*) from button_presses
                          where supporter_id = $1 and site = $2 and pressed_at > $8 and not seen) < $9)""";
    private static final String COUNTED = """
            update button_presses set thing_id = $5
            where supporter_id = $1 and site = $2 and pressed_at = $3 and press = $4""";
    private static final String IN_VAIN = """
            delete from button_presses where supporter_id = $1 and site = $2 and pressed_at = $3 and press = $4""";
    private static final String LATEST = """
            select s.site, p.thing_id, p.pressed_at
            from unnest($2::text[]) s(site)
            cross join lateral (
                select thing_id, pressed_at from button_presses
                where supporter_id = $1 and site = s.site and thing_id is not null
                order by pressed_at desc limit $3) p""";
    private static final int SHOWN = 5;

    private final Transactions transactions;
    private final Clock clock;

    Presses(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One press that was taken. */
    private record Press(AccountId supporter, SiteOrigin site, OffsetDateTime at, UUID id) {

        private Tuple key() {
            return Tuple.of(supporter.value(), site.value(), at, id);
        }
    }

    /** A press that became a flattr. */
    record Given(String site, ThingId thing, Instant at) {

        static Given of(Row row) {
            return new Given(
                    row.getString("site"),
                    new ThingId(row.getLong("thing_id")),
                    row.getOffsetDateTime("pressed_at").toInstant());
        }
    }

    /**
     * Does what a press is for. The press is taken into account before it has its effect, so that many at once count
     * too, and uses nothing up where it changes nothing, because it was done or refused; fails with {@link
     * ButtonRefused.ConfirmInWindow}, or as the deed does.
     *
     * @param deed answers which thing it was done to
     */
    Uni<ThingId> spend(AccountId supporter, SiteOrigin site, boolean seen, Supplier<Uni<ThingId>> deed) {
        return take(supporter, site, seen)
                .chain(press -> deed.get()
                        .call(thing -> write(COUNTED, press.key().addLong(thing.value())))
                        .onFailure(Problem.class)
                        .call(() -> write(IN_VAIN, press.key())));
    }

    /** What became of the last presses on each of these sites, the latest first. */
    Uni<List<Given>> latest(AccountId supporter, List<String> sites) {
        var values = Tuple.of(supporter.value(), sites.toArray(String[]::new), SHOWN);
        return transactions.read(connection -> Sql.list(connection, LATEST, values, Given::of));
    }

    private Uni<Press> take(AccountId supporter, SiteOrigin site, boolean seen) {
        var press = new Press(supporter, site, clock.instant().atOffset(ZoneOffset.UTC), UUID.randomUUID());
        return transactions.run(connection -> inTurn(connection, press).chain(() -> insert(connection, press, seen)));
    }

    private static Uni<Void> inTurn(SqlConnection connection, Press press) {
        return Sql.run(connection, IN_TURN, Tuple.of(press.supporter.value(), press.site.value()))
                .replaceWithVoid();
    }

    private static Uni<Press> insert(SqlConnection connection, Press press, boolean seen) {
        var values = press.key()
                .addBoolean(seen)
                .addOffsetDateTime(press.at.minus(Duration.ofHours(1)))
                .addInteger(MOST_AN_HOUR)
                .addOffsetDateTime(press.at.minus(Duration.ofDays(1)))
                .addInteger(MOST_UNSEEN_A_DAY);
        return Sql.run(connection, TAKE, values).map(taken -> {
            if (taken == 0) {
                Log.infof("Account %s is asked again: too many presses on %s", press.supporter, press.site);
                throw new ButtonRefused.ConfirmInWindow();
            }
            return press;
        });
    }

    private Uni<Void> write(String sql, Tuple values) {
        return transactions.run(connection -> Sql.run(connection, sql, values)).replaceWithVoid();
    }
}
