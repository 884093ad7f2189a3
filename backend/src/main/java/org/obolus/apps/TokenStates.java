package org.obolus.apps;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.AppGrants;
import org.obolus.accounts.Grant;
import org.obolus.accounts.Scope;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Tells an app whether a token of its own is good, and ends it: access tokens and refresh tokens alike. */
@ApplicationScoped
class TokenStates {

    private static final String REFRESH = """
            select r.token, g.id, g.app_id, g.account_id, a.username, g.scopes, g.expires_at
            from app_refreshes r join grants g on g.id = r.grant_id join accounts a on a.id = g.account_id
            where r.grant_id = $1 and g.ended_at is null""";

    private final Transactions transactions;
    private final AppGrants appGrants;
    private final Clock clock;
    private final String issuer;

    TokenStates(
            Transactions transactions,
            AppGrants appGrants,
            Clock clock,
            @ConfigProperty(name = "obolus.url") String issuer) {
        this.transactions = transactions;
        this.appGrants = appGrants;
        this.clock = clock;
        this.issuer = issuer;
    }

    /** What is said of a token (RFC 7662, section 2.2); of one that is not good, or not the asker's, only that. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            boolean active,
            String scope,
            String clientId,
            String username,
            String tokenType,
            Long exp,
            String sub,
            String iss,
            String jti) {

        static final State NOT_ACTIVE = new State(false, null, null, null, null, null, null, null, null);
    }

    /** What a token, of either kind, stands for. */
    private record Standing(
            UUID grant, UUID app, AccountId account, String username, Set<Scope> scopes, Instant until, String type) {

        static Standing of(Grant grant) {
            return new Standing(
                    grant.id(),
                    grant.app().orElseThrow(),
                    grant.account(),
                    grant.username(),
                    grant.scopes(),
                    grant.expiresAt(),
                    "bearer");
        }

        static Standing of(Row row) {
            return new Standing(
                    row.getUUID("id"),
                    row.getUUID("app_id"),
                    new AccountId(row.getLong("account_id")),
                    row.getString("username"),
                    Arrays.stream(row.getArrayOfStrings("scopes"))
                            .map(Scope::of)
                            .collect(Collectors.toSet()),
                    row.getOffsetDateTime("expires_at").toInstant(),
                    null);
        }
    }

    Uni<State> of(App app, String token) {
        return find(token)
                .map(found -> found.filter(standing -> standing.app.equals(app.id()))
                        .map(this::state)
                        .orElse(State.NOT_ACTIVE));
    }

    /**
     * Ends everything that this token's grant stands for, for a person who takes a token away means all of it; does
     * nothing when it is over. Fails with {@link OAuthRefused.InvalidGrant} when it is another app's.
     */
    Uni<Void> revoke(App app, String token) {
        return find(token)
                .chain(found -> found.map(standing -> end(app, standing))
                        .orElse(Uni.createFrom().voidItem()));
    }

    private Uni<Void> end(App app, Standing standing) {
        if (!standing.app.equals(app.id())) {
            throw new OAuthRefused.InvalidGrant("This token was given to another app.");
        }
        return appGrants.end(standing.grant);
    }

    private Uni<Optional<Standing>> find(String token) {
        return RefreshToken.read(token)
                .map(this::find)
                .orElseGet(() -> Uni.createFrom().item(appGrants.read(token).map(Standing::of)));
    }

    private Uni<Optional<Standing>> find(RefreshToken token) {
        return transactions
                .read(connection -> Sql.first(connection, REFRESH, Tuple.of(token.grant()), row -> row))
                .map(found -> found.filter(row -> isOf(row, token.secret().hash()))
                        .map(Standing::of)
                        .filter(standing -> standing.until.isAfter(clock.instant())));
    }

    private static boolean isOf(Row row, Buffer hash) {
        return row.getBuffer("token").getDelegate().equals(hash);
    }

    private State state(Standing standing) {
        return new State(
                true,
                Scope.written(standing.scopes),
                standing.app.toString(),
                standing.username,
                standing.type,
                standing.until.getEpochSecond(),
                standing.account.toString(),
                issuer,
                standing.grant.toString());
    }
}
