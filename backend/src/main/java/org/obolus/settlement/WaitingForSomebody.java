package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.database.Sql;
import org.obolus.identities.IdentityName;
import org.obolus.identities.WhatWaits;
import org.obolus.money.Money;

/** Tells whoever proves to be somebody what waits for them: held shares, and flattrs of months that are not settled. */
@ApplicationScoped
class WaitingForSomebody implements WhatWaits {

    private static final String WAITING = """
            with who as materialized (select id from identities where name = $1),
            held as (
                select h.supporter_id, h.amount, m.settled_at + make_interval(months => $2) as until
                from who join held_shares h on h.identity_id = who.id and h.state = 'held'
                join months m on m.month = h.month and m.state = 'settled'),
            given as (
                select f.supporter_id from who join flattrs f on f.identity_id = who.id
                where f.month in (select month from months where state <> 'settled'))
            select (select count(distinct supporter_id)
                    from (select supporter_id from held union all select supporter_id from given) everybody) as people,
                (select coalesce(sum(amount), 0)::bigint from held) as held,
                (select count(*) from given) as flattrs,
                (select (min(until) at time zone 'UTC')::date from held) as until""";

    private final SettlementConfig config;

    WaitingForSomebody(SettlementConfig config) {
        this.config = config;
    }

    @Override
    public Uni<Waiting> of(SqlConnection connection, IdentityName name) {
        return Sql.one(connection, WAITING, Tuple.of(name.value(), config.holdingMonths()), WaitingForSomebody::read);
    }

    private static Waiting read(Row row) {
        return new Waiting(
                row.getLong("people"),
                new Money(row.getLong("held")),
                row.getLong("flattrs"),
                Optional.ofNullable(row.getLocalDate("until")));
    }
}
