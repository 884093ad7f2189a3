package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;
import org.obolus.identities.IdentityName;
import org.obolus.identities.PlatformPeople;
import org.obolus.money.Money;
import org.obolus.settlement.ReceivedStatement.Claim;

/**
 * Reads from the books what claims paid to a creator, month by month. A claim has one fee for all its months (rule 9);
 * each month shows its part, and the parts add up to what was booked.
 */
@ApplicationScoped
class PaidClaims {

    private static final String PAID = """
            with paid as (
                select substring(debit from 6) as month, substring(key from 7)::bigint as claim_id, amount, booked_at
                from transfers where credit = 'revenue:' || $1::bigint and starts_with(key, 'claim:')),
            fees as (
                select split_part(key, ':', 2)::bigint as claim_id, split_part(key, ':', 3) as latest, amount
                from transfers where debit = 'revenue:' || $1::bigint and starts_with(key, 'claim-fee:')),
            placed as (
                select paid.*, f.amount as fee,
                       sum(paid.amount) over (partition by claim_id, f.latest order by month) as up_to,
                       sum(paid.amount) over (partition by claim_id, f.latest) as whole
                from paid left join lateral (
                    select latest, amount from fees
                    where fees.claim_id = paid.claim_id and latest >= paid.month order by latest limit 1) f on true)
            select month, i.name as identity, booked_at, amount as gross,
                   coalesce(div(fee * up_to, whole) - div(fee * (up_to - amount), whole), 0)::bigint as fee
            from placed
            join claims c on c.account_id = $1::bigint and c.id = placed.claim_id
            join identities i on i.id = c.identity_id
            order by month desc, booked_at, identity""";

    private static final String OWN_ADDRESS = "your e-mail address";

    private final PlatformPeople people;

    PaidClaims(PlatformPeople people) {
        this.people = people;
    }

    /** Every month of every claim that was paid to this account, the latest month first. */
    Uni<List<Claim>> of(SqlConnection connection, AccountId creator) {
        return Sql.list(connection, PAID, Tuple.of(creator.value()), row -> row)
                .chain(rows -> people.called(
                                connection,
                                rows.stream()
                                        .map(PaidClaims::identity)
                                        .distinct()
                                        .toList())
                        .map(called ->
                                rows.stream().map(row -> read(row, called)).toList()));
    }

    /** Those of one month. */
    Uni<List<Claim>> of(SqlConnection connection, AccountId creator, Month month) {
        return of(connection, creator).map(claims -> in(month, claims));
    }

    static List<Claim> in(Month month, List<Claim> claims) {
        return claims.stream().filter(claim -> claim.month().equals(month)).toList();
    }

    private static IdentityName identity(Row row) {
        return new IdentityName(row.getString("identity"));
    }

    private static Claim read(Row row, Map<IdentityName, String> called) {
        var identity = identity(row);
        return new Claim(
                Month.of(row.getString("month")),
                identity.shown(),
                identity.isEmail() ? OWN_ADDRESS : called.get(identity),
                row.getOffsetDateTime("booked_at").toInstant(),
                new Money(row.getLong("gross")),
                new Money(row.getLong("fee")));
    }
}
