package org.obolus.apps;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obolus.accounts.AppGrants;
import org.obolus.accounts.Scope;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/**
 * Renews the tokens of a grant. A refresh token is good once; one that comes again has been copied, and since nobody
 * knows by whom, everything that the grant stands for ends (RFC 9700, section 4.14.2).
 */
@ApplicationScoped
class Refreshes {

    private static final String BEGIN = "insert into app_refreshes (grant_id, token, issued_at) values ($1, $2, $3)";
    private static final String HOLD = """
            select r.token, g.app_id, g.scopes from app_refreshes r join grants g on g.id = r.grant_id
            where r.grant_id = $1 for update of r""";
    private static final String RENEW = "update app_refreshes set token = $2, issued_at = $3 where grant_id = $1";
    private static final String NOT_GOOD = "This refresh token is spent, ended, or was never this app's.";

    private final Transactions transactions;
    private final AppGrants appGrants;
    private final Clock clock;

    Refreshes(Transactions transactions, AppGrants appGrants, Clock clock) {
        this.transactions = transactions;
        this.appGrants = appGrants;
        this.clock = clock;
    }

    /** A refresh token as the database knows it. */
    record Kept(Buffer hash, UUID app, Set<Scope> scopes) {

        private static Kept of(Row row) {
            var scopes = Arrays.stream(row.getArrayOfStrings("scopes")).map(Scope::of);
            return new Kept(
                    row.getBuffer("token").getDelegate(), row.getUUID("app_id"), scopes.collect(Collectors.toSet()));
        }
    }

    /** The first tokens of a grant; empty when it is over already. */
    Uni<Optional<TokenAnswer>> begin(SqlConnection connection, App app, UUID grant) {
        var first = RefreshToken.of(grant);
        return Sql.run(connection, BEGIN, Tuple.of(grant, first.secret().hash(), now()))
                .chain(() -> answer(connection, app, first, Optional.empty()));
    }

    /** The next tokens; fails with {@link OAuthRefused}, and ends the grant when this token was used before. */
    Uni<TokenAnswer> renew(App app, RefreshToken token, Optional<Set<Scope>> narrowed) {
        return transactions
                .run(connection -> Sql.first(connection, HOLD, Tuple.of(token.grant()), Kept::of)
                        .map(found -> found.filter(kept -> kept.app().equals(app.id())))
                        .map(found -> found.orElseThrow(() -> new OAuthRefused.InvalidGrant(NOT_GOOD)))
                        .invoke(kept -> check(kept, token, narrowed))
                        .chain(kept -> renew(connection, app, token.grant(), narrowed)))
                .onFailure(Reused.class)
                .recoverWithUni(reused -> appGrants.end(token.grant()).replaceWith(Optional.empty()))
                .map(answer -> answer.orElseThrow(() -> new OAuthRefused.InvalidGrant(NOT_GOOD)));
    }

    private static void check(Kept kept, RefreshToken token, Optional<Set<Scope>> narrowed) {
        if (!kept.hash().equals(token.secret().hash())) {
            Log.warnf("A refresh token of app %s came twice, so its person is asked again", kept.app());
            throw new Reused();
        }
        if (!kept.scopes().containsAll(narrowed.orElse(Set.of()))) {
            throw new OAuthRefused.InvalidScope("The person did not allow all of these scopes. Ask them first.");
        }
    }

    private Uni<Optional<TokenAnswer>> renew(
            SqlConnection connection, App app, UUID grant, Optional<Set<Scope>> narrowed) {
        var next = RefreshToken.of(grant);
        return Sql.run(connection, RENEW, Tuple.of(grant, next.secret().hash(), now()))
                .chain(() -> answer(connection, app, next, narrowed));
    }

    private Uni<Optional<TokenAnswer>> answer(
            SqlConnection connection, App app, RefreshToken refresh, Optional<Set<Scope>> narrowed) {
        return appGrants
                .token(connection, refresh.grant(), narrowed, app.tokenLasts())
                .map(issued -> issued.map(token -> TokenAnswer.of(token, refresh)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Leaves the transaction, because ending a grant is one of its own. */
    private static final class Reused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Reused() {
            super(null, null, false, false);
        }
    }
}
