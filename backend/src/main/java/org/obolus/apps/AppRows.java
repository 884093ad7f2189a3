package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.web.Secret;

/** The stored apps, as their developers make and change them. */
@ApplicationScoped
class AppRows {

    static final int MOST_OF_ONE = 50;

    private static final String COLUMNS =
            "id, owner_id, name, secret_hash, redirects, legacy, picture is not null as has_picture";
    private static final String FIND = "select " + COLUMNS + " from apps where id = $1 and deleted_at is null";
    private static final String ALL = "select " + COLUMNS + " from apps where id = any($1) and deleted_at is null";
    private static final String HOLD = "select from apps where id = $1 and deleted_at is null for share";
    private static final String OF =
            "select " + COLUMNS + " from apps where owner_id = $1 and deleted_at is null order by created_at";
    private static final String ADD = """
            insert into apps (id, owner_id, name, secret_hash, redirects, legacy, created_at)
            select $1, $2, $3, $4, $5, $6, $7
            where (select count(*) from apps where owner_id = $2 and deleted_at is null) < $8""";
    private static final String CHANGE = """
            update apps set name = $3, redirects = $4, legacy = $5
            where id = $1 and owner_id = $2 and deleted_at is null""";
    private static final String SET_SECRET = """
            update apps set secret_hash = $3
            where id = $1 and owner_id = $2 and deleted_at is null and secret_hash is not null""";
    private static final String SET_PICTURE = """
            update apps set picture = $3 where id = $1 and owner_id = $2 and deleted_at is null""";
    private static final String PICTURE = """
            select picture from apps where id = $1 and deleted_at is null and picture is not null""";
    private static final String DELETE = """
            update apps set deleted_at = $3 where id = $1 and owner_id = $2 and deleted_at is null""";

    private final Clock clock;

    AppRows(Clock clock) {
        this.clock = clock;
    }

    Uni<Optional<App>> find(SqlConnection connection, UUID id) {
        return Sql.first(connection, FIND, Tuple.of(id), App::of);
    }

    Uni<List<App>> all(SqlConnection connection, Collection<UUID> ids) {
        return Sql.list(connection, ALL, Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)), App::of);
    }

    /** Whether it is there, and then until the commit: deleting it cannot miss what is begun meanwhile. */
    Uni<Boolean> hold(SqlConnection connection, UUID id) {
        return Sql.first(connection, HOLD, Tuple.of(id), row -> row).map(Optional::isPresent);
    }

    /** The oldest first. */
    Uni<List<App>> of(SqlConnection connection, AccountId owner) {
        return Sql.list(connection, OF, Tuple.of(owner.value()), App::of);
    }

    /** Fails with {@link AppRefused.TooMany}. */
    Uni<UUID> add(SqlConnection connection, Optional<AccountId> owner, AppWish wish, Optional<Secret> secret) {
        var id = UUID.randomUUID();
        var row = Tuple.tuple()
                .addUUID(id)
                .addLong(owner.map(AccountId::value).orElse(null))
                .addString(wish.name())
                .addValue(secret.map(Secret::hash).orElse(null))
                .addArrayOfString(addresses(wish))
                .addBoolean(wish.isLegacy())
                .addOffsetDateTime(now())
                .addInteger(MOST_OF_ONE);
        return Sql.run(connection, ADD, row)
                .invoke(added -> {
                    if (added == 0) {
                        throw new AppRefused.TooMany(MOST_OF_ONE);
                    }
                })
                .replaceWith(id);
    }

    /** Each of these fails with {@link AppRefused.NotKnown} when this account has no such app. */
    Uni<Void> change(SqlConnection connection, AccountId owner, UUID id, AppWish wish) {
        return changed(connection, CHANGE, Tuple.of(id, owner.value(), wish.name(), addresses(wish), wish.isLegacy()));
    }

    Uni<Void> setSecret(SqlConnection connection, AccountId owner, UUID id, Secret secret) {
        return changed(connection, SET_SECRET, Tuple.of(id, owner.value(), secret.hash()));
    }

    Uni<Void> setPicture(SqlConnection connection, AccountId owner, UUID id, byte[] picture) {
        return changed(connection, SET_PICTURE, Tuple.of(id, owner.value(), Buffer.buffer(picture)));
    }

    Uni<Void> delete(SqlConnection connection, AccountId owner, UUID id) {
        return changed(connection, DELETE, Tuple.of(id, owner.value(), now()));
    }

    Uni<Optional<byte[]>> picture(SqlConnection connection, UUID id) {
        return Sql.first(
                connection,
                PICTURE,
                Tuple.of(id),
                row -> row.getBuffer("picture").getBytes());
    }

    private static Uni<Void> changed(SqlConnection connection, String statement, Tuple values) {
        return Sql.run(connection, statement, values)
                .invoke(rows -> {
                    if (rows == 0) {
                        throw new AppRefused.NotKnown();
                    }
                })
                .replaceWithVoid();
    }

    private static String[] addresses(AppWish wish) {
        return wish.redirects().stream().map(RedirectUri::value).toArray(String[]::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
