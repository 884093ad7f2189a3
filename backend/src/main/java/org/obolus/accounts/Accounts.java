package org.obolus.accounts;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obolus.database.Transactions;
import org.obolus.problems.Unacceptable;
import org.obolus.web.Neighbourhood;
import org.obolus.web.NextPage;

/** People: how they come in, prove who they are, and let programs act for them. */
@ApplicationScoped
public class Accounts {

    private final Transactions transactions;
    private final AccountRows rows;
    private final AccountMails mails;
    private final MailedLinks links;
    private final Grants grants;
    private final Attempts attempts;
    private final SignUp signUp;
    private final LogIn logIn;
    private final ChangePassword changePassword;
    private final MakeToken makeToken;

    Accounts(
            Transactions transactions,
            AccountRows rows,
            AccountMails mails,
            MailedLinks links,
            Grants grants,
            Attempts attempts,
            SignUp signUp,
            LogIn logIn,
            ChangePassword changePassword,
            MakeToken makeToken) {
        this.transactions = transactions;
        this.rows = rows;
        this.mails = mails;
        this.links = links;
        this.grants = grants;
        this.attempts = attempts;
        this.signUp = signUp;
        this.logIn = logIn;
        this.changePassword = changePassword;
        this.makeToken = makeToken;
    }

    /** An account that may log in at once, for demo data: nobody is asked whether the address is theirs. */
    public Uni<AccountId> create(String username, String email, String password) {
        var wanted = NewAccount.of(username, email, password);
        return signUp.confirmed(wanted).map(Account::id);
    }

    /** The account of this username, whatever the case. */
    public Uni<Optional<AccountId>> named(String username) {
        return transactions.read(connection -> Username.read(username)
                .map(name -> rows.named(connection, name).map(found -> found.map(Account::id)))
                .orElse(Uni.createFrom().item(Optional.empty())));
    }

    /** How the accounts of these ids call themselves. */
    public Uni<Map<AccountId, String>> usernames(Collection<AccountId> ids) {
        return transactions.read(connection -> rows.usernames(connection, ids));
    }

    /** What an account was registered with; for whoever it belongs to, and whom they let read it. */
    public record Contact(String email, Instant registeredAt) {}

    public Uni<Contact> contact(AccountId id) {
        return me(id).map(account -> new Contact(account.email(), account.createdAt()));
    }

    /** The address whose mail this account has shown to read; empty until it has. */
    public Uni<Optional<EmailAddress>> confirmedEmail(AccountId id) {
        return me(id).map(Account::confirmedEmail);
    }

    /** As {@link #confirmedEmail}; it stays theirs, and nobody else's, until the caller's transaction ends. */
    public Uni<Optional<EmailAddress>> holdConfirmedEmail(SqlConnection connection, AccountId id) {
        return rows.hold(connection, id).map(Account::confirmedEmail);
    }

    /** Makes somebody an operator of this server; fails with Unknown when there is no such account. */
    public Uni<Void> grantOperator(String username) {
        return named(username)
                .map(found -> found.orElseThrow(
                        () -> new Unacceptable.Unknown("There is no account with the username " + username + ".")))
                .call(id -> transactions.run(connection -> rows.grantOperator(connection, id)))
                .invoke(id -> Log.infof("Account %s is an operator now", id))
                .replaceWithVoid();
    }

    /** Who is calling, if an operator; fails with {@link AccessRefused}. Asks the database, so that a right taken is gone. */
    public Uni<AccountId> requireOperator(Caller caller) {
        var id = caller.account(Scope.OPERATOR);
        return me(id).map(account -> {
            if (!account.isOperator()) {
                throw new AccessRefused.OperatorsOnly();
            }
            return id;
        });
    }

    /** Fails with {@link AccountRefused.UsernameTaken}; that an address is known already is not said. */
    Uni<Void> signUp(NewAccount wanted, Neighbourhood here, NextPage next) {
        return attempts.signUp(wanted.email(), here)
                .chain(() -> signUp.unconfirmed(wanted, next))
                .replaceWithVoid();
    }

    /** Sends the mail of {@link #signUp} once more; whether there was anything to send is not said. */
    Uni<Void> confirmAgain(EmailAddress email, Neighbourhood here, NextPage next) {
        return attempts.mail(email, here)
                .chain(() -> transactions.run(connection -> rows.likeliestOwnerOf(connection, email)
                        .chain(found -> mails.confirmAgain(connection, found, next))));
    }

    Uni<MailedLinks.Link> peek(String secret, MailedLinks.Purpose purpose) {
        return transactions.read(connection -> links.peek(connection, secret, purpose));
    }

    /** Fails with {@link AccountRefused.LinkSpent}. */
    Uni<Account> confirm(String secret) {
        return transactions.run(connection -> links.spend(connection, secret, MailedLinks.Purpose.CONFIRM)
                .chain(link -> rows.confirm(connection, link.account(), link.email())));
    }

    /** Fails with {@link AccountRefused.NoSuchLogIn} or {@link AccountRefused.Unconfirmed}. */
    Uni<Grants.Issued> logIn(String name, Password password, Neighbourhood here, String browser) {
        return logIn.with(name, password, here, browser);
    }

    Uni<Boolean> end(Grant grant) {
        return grants.end(grant.account(), grant.id());
    }

    /** Fails with Unknown when this account has no such log-in or token. */
    Uni<Void> end(AccountId account, UUID grant) {
        return grants.end(account, grant)
                .invoke(found -> {
                    if (!found) {
                        throw new Unacceptable.Unknown("There is no log-in and no token of yours with this id.");
                    }
                })
                .replaceWithVoid();
    }

    /** Ends all other grants of the account; fails with {@link AccountRefused.WrongPassword}. */
    Uni<Void> changePassword(Grant by, Password old, String chosen) {
        return changePassword.knowing(old, chosen, by);
    }

    /** Mails a link by which a new password can be chosen; whether there was anybody to mail it to is not said. */
    Uni<Void> forgot(EmailAddress email, Neighbourhood here) {
        return attempts.mail(email, here)
                .chain(() -> transactions.run(connection ->
                        rows.likeliestOwnerOf(connection, email).chain(found -> mails.reset(connection, found))));
    }

    /** Ends all grants of the account; fails with {@link AccountRefused.LinkSpent}. */
    Uni<Void> reset(String secret, String chosen) {
        return changePassword.byLink(secret, chosen);
    }

    /** Fails with {@link AccountRefused.TooManyTokens}. */
    Uni<Grants.Issued> makeToken(Grant by, String name, Set<Scope> scopes) {
        return makeToken.named(name, scopes, by);
    }

    Uni<List<Grants.Active>> active(AccountId account, Grant.Kind kind) {
        return transactions.read(connection -> grants.active(connection, account, kind));
    }

    Uni<Account> me(AccountId id) {
        return transactions.read(connection -> rows.find(connection, id));
    }
}
