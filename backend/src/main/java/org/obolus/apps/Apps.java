package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Accounts;
import org.obolus.accounts.AppGrants;
import org.obolus.accounts.Grant;
import org.obolus.accounts.Scope;
import org.obolus.database.Transactions;
import org.obolus.web.Secret;

/** The programs of other people: who made them, and what somebody lets them do. */
@ApplicationScoped
public class Apps {

    private final Transactions transactions;
    private final AppRows rows;
    private final AppPictures pictures;
    private final KeepLimits limits;
    private final Codes codes;
    private final Accounts accounts;
    private final AppGrants appGrants;

    Apps(
            Transactions transactions,
            AppRows rows,
            AppPictures pictures,
            KeepLimits limits,
            Codes codes,
            Accounts accounts,
            AppGrants appGrants) {
        this.transactions = transactions;
        this.rows = rows;
        this.pictures = pictures;
        this.limits = limits;
        this.codes = codes;
        this.accounts = accounts;
        this.appGrants = appGrants;
    }

    /** The apps that may act for an account, by name. */
    public Uni<List<ConnectedApp>> connected(AccountId account) {
        return appGrants.of(account).chain(allowed -> {
            var ids = allowed.stream().map(AppGrants.Allowed::app).distinct().toList();
            return transactions.read(connection -> rows.all(connection, ids)
                    .chain(apps -> limits.of(connection, account, ids).map(kept -> joined(apps, allowed, kept))));
        });
    }

    /**
     * Ends all that an app may do for an account; here at once, elsewhere within a second. First the codes that it has
     * not shown yet: one that is being shown just now has begun something by then, which ends after that.
     */
    public Uni<Void> disconnect(AccountId account, UUID app) {
        return transactions
                .run(connection -> codes.spendAll(connection, account, app))
                .chain(() -> appGrants.end(account, app));
    }

    /** Lets an app give so many flattrs a month for an account; does nothing when there is no such app. */
    public Uni<Void> limit(AccountId account, UUID app, MonthlyLimit limit) {
        return transactions.run(connection -> limits.set(connection, account, app, limit));
    }

    Uni<MonthlyLimit> limit(AccountId account, UUID app) {
        return transactions.read(connection -> limits.of(connection, account, List.of(app))
                .map(kept -> kept.get(app).limit()));
    }

    /** Lets an app do what it asked for, in the name of whoever is logged in; answers the code that it gets. */
    Uni<Secret> allow(AuthorizationRequest request, Grant logIn, MonthlyLimit limit) {
        var app = request.recipient().app().id();
        return transactions.run(connection -> codes.offer(connection, logIn, request)
                .call(() -> request.scopes().contains(Scope.FLATTR)
                        ? limits.set(connection, logIn.account(), app, limit)
                        : Uni.createFrom().voidItem()));
    }

    /** Who registered an app; nobody, where it did that itself. */
    Uni<Optional<String>> developer(App app) {
        return app.owner()
                .map(owner -> accounts.usernames(List.of(owner)).map(names -> Optional.ofNullable(names.get(owner))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Whether somebody made this app, or lets it act for them already. */
    Uni<Boolean> isKnownTo(AccountId person, App app) {
        return app.belongsTo(person)
                ? Uni.createFrom().item(true)
                : appGrants
                        .of(person)
                        .map(allowed ->
                                allowed.stream().anyMatch(one -> one.app().equals(app.id())));
    }

    /** An app and the one thing that is shown only once. */
    record Made(App app, Optional<Secret> secret) {}

    /** Fails with {@link AppRefused.TooMany}. */
    Uni<Made> register(AccountId owner, AppWish wish) {
        var secret = wish.isConfidential() ? Optional.of(Secret.random()) : Optional.<Secret>empty();
        return transactions
                .run(connection -> rows.add(connection, Optional.of(owner), wish, secret))
                .chain(id -> mine(owner, id))
                .map(app -> new Made(app, secret));
    }

    /** The oldest first. */
    Uni<List<App>> of(AccountId owner) {
        return transactions.read(connection -> rows.of(connection, owner));
    }

    /** This and all that follow fail with {@link AppRefused.NotKnown} when this account has no such app. */
    Uni<App> mine(AccountId owner, UUID id) {
        return transactions
                .read(connection -> rows.find(connection, id))
                .map(found -> found.filter(app -> app.belongsTo(owner)).orElseThrow(AppRefused.NotKnown::new));
    }

    Uni<Void> change(AccountId owner, UUID id, AppWish wish) {
        return transactions.run(connection -> rows.change(connection, owner, id, wish));
    }

    /** The one before is worth nothing from then on. */
    Uni<Made> renewSecret(AccountId owner, UUID id) {
        var secret = Secret.random();
        return transactions
                .run(connection -> rows.setSecret(connection, owner, id, secret))
                .chain(() -> mine(owner, id))
                .map(app -> new Made(app, Optional.of(secret)));
    }

    /** Draws an uploaded picture anew; fails with Invalid when it is none. */
    Uni<Void> setPicture(AccountId owner, UUID id, byte[] uploaded) {
        return mine(owner, id)
                .chain(() -> pictures.drawn(uploaded))
                .chain(picture -> transactions.run(connection -> rows.setPicture(connection, owner, id, picture)));
    }

    Uni<Optional<byte[]>> picture(UUID id) {
        return transactions.read(connection -> rows.picture(connection, id));
    }

    /** With all that anybody has allowed it, and its web hooks. */
    Uni<Void> delete(AccountId owner, UUID id) {
        return transactions
                .run(connection -> rows.delete(connection, owner, id)
                        .chain(() -> HookRows.deleteAllOf(connection, id))
                        .chain(() -> appGrants.endAll(connection, id)))
                .invoke(appGrants::haveEnded)
                .replaceWithVoid();
    }

    private static List<ConnectedApp> joined(
            List<App> apps, List<AppGrants.Allowed> allowed, Map<UUID, KeepLimits.Kept> kept) {
        var byApp = allowed.stream().collect(Collectors.groupingBy(AppGrants.Allowed::app));
        return apps.stream()
                .sorted(Comparator.comparing(App::name))
                .map(app -> joined(app, byApp.get(app.id()), kept.get(app.id())))
                .toList();
    }

    private static ConnectedApp joined(App app, List<AppGrants.Allowed> allowed, KeepLimits.Kept kept) {
        var scopes = allowed.stream()
                .flatMap(one -> one.scopes().stream())
                .distinct()
                .sorted();
        return new ConnectedApp(
                app.id(),
                app.name(),
                app.hasPicture(),
                allowed.get(0).since(),
                scopes.toList(),
                kept.limit(),
                kept.given());
    }
}
