package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.EmailAddress;
import org.obolus.database.Transactions;

/** Who things belong to, and how somebody proves that it is them. */
@ApplicationScoped
public class Identities {

    private final Transactions transactions;
    private final VerifySite verifySite;
    private final GiveUpSite giveUpSite;
    private final OptOut optOut;
    private final DecideContests decideContests;
    private final EmailNames emailNames;
    private final EmailClaims emailClaims;
    private final LookAgain lookAgain;
    private final OperatorDecides operatorDecides;

    Identities(
            Transactions transactions,
            VerifySite verifySite,
            GiveUpSite giveUpSite,
            OptOut optOut,
            DecideContests decideContests,
            EmailNames emailNames,
            EmailClaims emailClaims,
            LookAgain lookAgain,
            OperatorDecides operatorDecides) {
        this.transactions = transactions;
        this.verifySite = verifySite;
        this.giveUpSite = giveUpSite;
        this.optOut = optOut;
        this.decideContests = decideContests;
        this.emailNames = emailNames;
        this.emailClaims = emailClaims;
        this.lookAgain = lookAgain;
        this.operatorDecides = operatorDecides;
    }

    public Uni<Optional<Identity>> find(SqlClient client, IdentityName name) {
        return IdentityRows.find(client, name);
    }

    /**
     * Whose a page would be that nobody has registered: its site's, unless the owner gives it to somebody; empty while
     * nobody has met its site.
     *
     * @param key its {@link org.obolus.web.WebUrl#key}
     */
    public Uni<Optional<PageOwner>> ofPage(SqlClient client, SiteHost site, String key) {
        return IdentityRows.ofPage(client, site, key);
    }

    /** The identity of a site, made now if it is not there; nobody owns a new one. */
    public Uni<Identity> ofSite(SqlConnection connection, SiteHost site) {
        return IdentityRows.of(connection, IdentityName.of(site));
    }

    /** How an e-mail address is named here: it cannot be read out of its name. */
    public IdentityName name(EmailAddress email) {
        return emailNames.of(email);
    }

    /** The identity of an account's confirmed e-mail address; empty while nothing was ever given to it. */
    public Uni<Optional<Identity>> ofEmail(AccountId account) {
        return emailClaims.of(account);
    }

    /**
     * Claims what was given to the account's confirmed e-mail address, which ends the claim of whoever had that address
     * before. Fails with {@link IdentityRefused.Unconfirmed}.
     */
    public Uni<Void> claimEmail(AccountId account) {
        return emailClaims.claim(account);
    }

    /** The identity that an account is by itself, made now if it is not there. */
    public Uni<Identity> ofAccount(SqlConnection connection, AccountId account) {
        return IdentityRows.ofAccount(connection, account);
    }

    /** Makes the identities of all these sites that are not there yet. */
    public Uni<Void> addSites(SqlConnection connection, Collection<SiteHost> sites) {
        return IdentityRows.addSites(connection, sites);
    }

    /**
     * Until this transaction ends nothing changes about whose pages of these sites are; what is changing just now is
     * waited for, so that the statements that follow see it.
     */
    public Uni<Void> keep(SqlConnection connection, Collection<SiteHost> sites) {
        return IdentityRows.keep(connection, sites);
    }

    /** The accounts of these usernames, whichever there are, by the lower-case name. */
    public Uni<Map<String, AccountId>> named(SqlClient client, Collection<String> usernames) {
        return IdentityRows.named(client, usernames);
    }

    /** Says what to place at a site to prove it; the same again for whoever asks again. */
    public Uni<Asked> ask(AccountId account, SiteHost site) {
        return transactions.run(connection -> SiteProofs.ask(connection, account, site)
                .chain(added -> SiteProofs.mine(connection, account, site)
                        .map(found -> new Asked(found.orElseThrow(), added > 0))));
    }

    /** A site and whether it was asked about for the first time. */
    public record Asked(Site site, boolean isNew) {}

    /** The sites that an account has asked about, by name. */
    public Uni<List<Site>> sites(AccountId account) {
        return transactions.read(connection -> SiteProofs.mine(connection, account));
    }

    /** Fails with {@link IdentityRefused.NotAsked} when the account has not asked about it. */
    public Uni<Site> site(AccountId account, SiteHost site) {
        return transactions
                .read(connection -> SiteProofs.mine(connection, account, site))
                .map(found -> found.orElseThrow(() -> new IdentityRefused.NotAsked(site)));
    }

    /**
     * Looks for the account's proof at the site and decides the claim, or opens a contest where somebody else's proof is
     * gone or weaker. Fails with {@link IdentityRefused}.
     */
    public Uni<Site> verify(AccountId account, SiteHost site) {
        return verifySite.verify(account, site).chain(() -> site(account, site));
    }

    /**
     * As {@link #verify}, but opens a contest where the proof of whoever has the site is no stronger than the account's.
     */
    public Uni<Site> dispute(AccountId account, SiteHost site) {
        return verifySite.dispute(account, site).chain(() -> site(account, site));
    }

    /** Ends the account's claim or challenge; fails with {@link IdentityRefused.NotAsked} where there is none. */
    public Uni<Void> giveUp(AccountId account, SiteHost site) {
        return giveUpSite.giveUp(account, site);
    }

    /** Refuses flattrs from now on; fails with {@link IdentityRefused} unless the account owns the site undisputed. */
    public Uni<Site> optOut(AccountId account, SiteHost site) {
        return optOut.begin(account, IdentityName.of(site)).chain(() -> site(account, site));
    }

    /**
     * Refuses flattrs from now on for whoever has shown without an account that an identity is theirs; what shows it is
     * seen by the caller. A later claim by the same proof or a stronger one ends it. An account that has claimed a person
     * of a platform loses it. Fails with {@link IdentityRefused.NotYours} for a site that an account has proven.
     */
    public Uni<Void> optOut(IdentityName identity, String proof) {
        return optOut.begin(identity, proof);
    }

    /** Accepts flattrs again; fails with {@link IdentityRefused} unless the account owns the site undisputed. */
    public Uni<Site> optIn(AccountId account, SiteHost site) {
        return optOut.end(account, IdentityName.of(site)).chain(() -> site(account, site));
    }

    /** Decides the contests that are due by the calendar; those whose site does not answer wait a little longer. */
    public Uni<Void> decideContests() {
        return decideContests.decideAll();
    }

    /** The contests that are not decided yet, those that wait for an operator first. */
    Uni<List<OpenContest>> contests() {
        return operatorDecides.open();
    }

    /** An operator's word ends a contest, or turns round what was decided so; fails with {@link IdentityRefused} unless the winner is one of the two. */
    Uni<Void> decideContest(AccountId operator, IdentityName identity, String winner, DecisionReason reason) {
        return operatorDecides.decide(operator, identity, winner, reason);
    }

    /** Looks at some of the proven sites whose turn it is; owners whose proof is gone are told, and lose it later. */
    Uni<Void> lookAgain() {
        return lookAgain.lookAtSome();
    }
}
