package org.obolus.social;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.problems.Unacceptable;

/** Profiles in the database; who has none there says and shows nothing. */
@ApplicationScoped
class ProfileRows {

    private static final String SELECT = """
            select a.id, a.username, coalesce(p.first_name, '') as first_name, coalesce(p.last_name, '') as last_name,
                coalesce(p.about, '') as about, coalesce(p.city, '') as city, coalesce(p.country, '') as country,
                coalesce(p.url, '') as url, coalesce(left(md5(p.picture), 12), '') as picture_tag,
                coalesce(p.shows_profile, false) as shows_profile, coalesce(p.shows_given, false) as shows_given,
                coalesce(p.shows_received, false) as shows_received
            from accounts a left join profiles p on p.account_id = a.id
            """;
    private static final String BY_ID = SELECT + "where a.id = $1";
    private static final String BY_NAME = SELECT + "where a.username_key = lower($1) and a.confirmed_at is not null";
    private static final String ADD = "insert into profiles (account_id) values ($1) on conflict do nothing";
    private static final String CHANGE = """
            update profiles set first_name = coalesce($2, first_name), last_name = coalesce($3, last_name),
                about = coalesce($4, about), city = coalesce($5, city), country = coalesce($6, country),
                url = coalesce($7, url), shows_profile = coalesce($8, shows_profile),
                shows_given = coalesce($9, shows_given), shows_received = coalesce($10, shows_received)
            where account_id = $1""";
    private static final String CHANGE_PICTURE = """
            update profiles set picture = $2, small_picture = $3 where account_id = $1""";
    private static final String PICTURE = """
            select case when $2 then p.small_picture else p.picture end as picture
            from accounts a join profiles p on p.account_id = a.id
            where a.username_key = lower($1) and p.picture is not null and (p.shows_profile or a.id = $3)""";

    private static final String SHOWING = """
            select a.id, a.username from profiles p join accounts a on a.id = p.account_id
            where p.account_id = any($1) and p.shows_given""";

    private final Transactions transactions;
    private final Activities activities;

    ProfileRows(Transactions transactions, Activities activities) {
        this.transactions = transactions;
        this.activities = activities;
    }

    /** Fails with Unknown when there is nobody of that name. */
    Uni<Profile> named(String username) {
        var name = username.replace('\0', ' ');
        return transactions
                .read(connection -> Sql.first(connection, BY_NAME, Tuple.of(name), Profile::shown))
                .map(found -> found.orElseThrow(() -> new Unacceptable.Unknown("There is nobody of this name here.")));
    }

    Uni<Profile> of(AccountId account) {
        return transactions.read(connection -> get(connection, account));
    }

    Uni<Profile> change(AccountId account, ProfileChanges changes) {
        return transactions.run(connection -> activities
                .hold(connection)
                .chain(() -> Sql.run(connection, ADD, Tuple.of(account.value())))
                .chain(() -> Sql.run(connection, CHANGE, row(account, changes)))
                .chain(() -> changes.showsGiven().isPresent()
                        ? activities.follow(connection, new Long[] {account.value()}, true)
                        : Uni.createFrom().voidItem())
                .chain(() -> get(connection, account)));
    }

    Uni<Void> changePicture(AccountId account, Optional<Pictures.Pair> picture) {
        var values = Tuple.of(
                account.value(),
                picture.map(Pictures.Pair::large).map(Buffer::buffer).orElse(null),
                picture.map(Pictures.Pair::small).map(Buffer::buffer).orElse(null));
        return transactions.run(connection -> Sql.run(connection, ADD, Tuple.of(account.value()))
                .chain(() -> Sql.run(connection, CHANGE_PICTURE, values))
                .replaceWithVoid());
    }

    /** The picture of this person, if they show it to this viewer. */
    Uni<Optional<byte[]>> picture(String username, boolean small, Optional<AccountId> viewer) {
        var values = Tuple.of(
                username.replace('\0', ' '), small, viewer.map(AccountId::value).orElse(0L));
        return transactions.read(connection -> Sql.first(
                connection, PICTURE, values, row -> row.getBuffer("picture").getBytes()));
    }

    Uni<Map<AccountId, String>> showing(SqlConnection connection, Collection<AccountId> people) {
        var ids = people.stream().map(AccountId::value).toArray(Long[]::new);
        return Sql.list(connection, SHOWING, Tuple.tuple().addArrayOfLong(ids), Function.identity())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new AccountId(row.getLong("id")), row -> row.getString("username"))));
    }

    private static Uni<Profile> get(SqlConnection connection, AccountId account) {
        return Sql.one(connection, BY_ID, Tuple.of(account.value()), Profile::own);
    }

    private static Tuple row(AccountId account, ProfileChanges changes) {
        return Tuple.tuple()
                .addLong(account.value())
                .addString(changes.firstName().orElse(null))
                .addString(changes.lastName().orElse(null))
                .addString(changes.about().orElse(null))
                .addString(changes.city().orElse(null))
                .addString(changes.country().orElse(null))
                .addString(changes.url().orElse(null))
                .addBoolean(changes.showsProfile().orElse(null))
                .addBoolean(changes.showsGiven().orElse(null))
                .addBoolean(changes.showsReceived().orElse(null));
    }
}
