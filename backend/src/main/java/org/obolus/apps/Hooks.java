package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.obolus.accounts.AccountId;
import org.obolus.database.Cursor;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Transactions;
import org.obolus.problems.Unacceptable;
import org.obolus.web.FetchConfig;
import org.obolus.web.WebUrl;

/** An account's web hooks: where they go, what is told there, and what became of it. */
@ApplicationScoped
class Hooks {

    private static final int MOST = 20;

    private final Transactions transactions;
    private final HookInterest interest;
    private final boolean plainHttp;

    Hooks(Transactions transactions, HookInterest interest, FetchConfig config) {
        this.transactions = transactions;
        this.interest = interest;
        this.plainHttp = config.loopback();
    }

    /** An endpoint with keys that its owner has not seen yet. */
    record Made(HookEndpoint endpoint, String secret) {

        static Made of(HookEndpoint endpoint) {
            return new Made(endpoint, endpoint.keys().secretText());
        }
    }

    /**
     * What somebody may name for an endpoint.
     *
     * @throws Unacceptable.Invalid when it is no address, or one where anybody on the way could read
     */
    WebUrl address(String written) {
        if (written == null) {
            throw new Unacceptable.Invalid("url", "Name the address that is to be called in the field url.");
        }
        var url = WebUrl.of(written);
        if (!url.scheme().equals("https") && !plainHttp) {
            throw new Unacceptable.Invalid("url", "Web hooks go to https addresses only.");
        }
        return url;
    }

    /** Fails with {@link Unacceptable.Invalid} when the account has twenty already. */
    Uni<Made> make(AccountId owner, NewHook wanted) {
        var keys = HookKeys.make();
        return transactions
                .run(connection -> HookRows.add(connection, owner, wanted, keys, MOST)
                        .map(id -> id.orElseThrow(() -> new Unacceptable.Invalid(
                                "url", "An account has at most " + MOST + " web hooks. Delete one first.")))
                        .chain(id -> get(connection, owner, id)))
                .invoke(interest::forget)
                .map(Made::of);
    }

    /** Their own and those of their apps. */
    Uni<List<HookEndpoint>> of(AccountId owner) {
        return transactions.read(connection -> HookRows.list(connection, owner));
    }

    /** Fails with {@link Unacceptable.Unknown} when the account has no such endpoint; so do all below. */
    Uni<HookEndpoint> find(AccountId owner, long id) {
        return transactions.read(connection -> get(connection, owner, id));
    }

    /** Changes what is given; switching it on again begins anew with what failed. */
    Uni<HookEndpoint> change(
            AccountId owner,
            long id,
            Optional<WebUrl> url,
            Optional<Collection<HookEvent>> events,
            Optional<Boolean> enabled) {
        return transactions
                .run(connection -> get(connection, owner, id)
                        .invoke(known -> partnersKeepTheirEvent(known, events))
                        .chain(() -> HookRows.change(connection, owner, id, url, events, enabled))
                        .chain(() -> get(connection, owner, id)))
                .invoke(interest::forget);
    }

    private static void partnersKeepTheirEvent(HookEndpoint known, Optional<Collection<HookEvent>> events) {
        if (known.isPartner() && events.isPresent()) {
            throw new Unacceptable.Invalid("events", "A partner's web hook tells of pending clicks, and nothing else.");
        }
    }

    /** Signs with new keys from now on, and with the old ones too for a day. */
    Uni<Made> rotate(AccountId owner, long id) {
        return changed(owner, id, connection -> HookRows.rotate(connection, owner, id, HookKeys.make()))
                .map(Made::of);
    }

    /** Forgets what was sent there, too. */
    Uni<Void> delete(AccountId owner, long id) {
        return transactions
                .run(connection -> HookRows.delete(connection, owner, id))
                .invoke(deleted -> requireSome(deleted, id))
                .invoke(interest::forget)
                .replaceWithVoid();
    }

    /** Sends a message that says nothing, so that its owner can see one arrive. */
    Uni<Void> test(AccountId owner, long id) {
        return changed(owner, id, connection -> HookRows.test(connection, owner, id))
                .replaceWithVoid();
    }

    /** What was sent or is to be sent, the newest first. */
    Uni<Page<HookDelivery>> deliveries(AccountId owner, long id, PageWish wish) {
        return transactions
                .read(connection ->
                        get(connection, owner, id).chain(known -> HookRows.deliveries(connection, owner, id, wish)))
                .map(rows -> Page.of(rows, wish, delivery -> Cursor.after(delivery.number())));
    }

    /** Sends it once more under the same id, whether it has arrived or not. */
    Uni<Void> replay(AccountId owner, long id, long number) {
        return changed(owner, id, connection -> HookRows.replay(connection, owner, id, number))
                .replaceWithVoid();
    }

    private Uni<HookEndpoint> changed(AccountId owner, long id, Function<SqlConnection, Uni<Integer>> change) {
        return transactions.run(connection -> change.apply(connection)
                .invoke(changed -> requireSome(changed, id))
                .chain(() -> get(connection, owner, id)));
    }

    private static Uni<HookEndpoint> get(SqlConnection connection, AccountId owner, long id) {
        return HookRows.find(connection, owner, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    private static void requireSome(int rows, long id) {
        if (rows == 0) {
            throw unknown(id);
        }
    }

    private static Unacceptable.Unknown unknown(long id) {
        return new Unacceptable.Unknown("You have no web hook with the number " + id + ", or it never sent that.");
    }
}
