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
import org.obolus.database.Transactions;

/** Who things belong to, and how somebody proves that it is them. */
@ApplicationScoped
public class Identities {

    private final Transactions transactions;
    private final VerifySite verifySite;
    private final GiveUpSite giveUpSite;
    private final OptOut optOut;
    private final DecideContests decideContests;

    Identities(
            Transactions transactions,
            VerifySite verifySite,
            GiveUpSite giveUpSite,
            OptOut optOut,
            DecideContests decideContests) {
        this.transactions = transactions;
        this.verifySite = verifySite;
        this.giveUpSite = giveUpSite;
        this.optOut = optOut;
        this.decideContests = decideContests;
    }

    public Uni<Optional<Identity>> find(SqlClient client, IdentityName name) {
        return IdentityRows.find(client, name);
    }

    /** The identity of a site, made now if it is not there; nobody owns a new one. */
    public Uni<Identity> ofSite(SqlConnection connection, SiteHost site) {
        return IdentityRows.ofSite(connection, site);
    }

    /** The identity that an account is by itself, made now if it is not there. */
    public Uni<Identity> ofAccount(SqlConnection connection, AccountId account) {
        return IdentityRows.ofAccount(connection, account);
    }

    /** Makes the identities of all these sites that are not there yet. */
    public Uni<Void> addSites(SqlConnection connection, Collection<SiteHost> sites) {
        return IdentityRows.addSites(connection, sites);
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
     * Looks for the account's token at the site and decides the claim, or opens a contest where somebody else's token is
     * gone. Fails with {@link IdentityRefused}.
     */
    public Uni<Site> verify(AccountId account, SiteHost site) {
        return verifySite.verify(account, site).chain(() -> site(account, site));
    }

    /** Ends the account's claim or challenge; fails with {@link IdentityRefused.NotAsked} where there is none. */
    public Uni<Void> giveUp(AccountId account, SiteHost site) {
        return giveUpSite.giveUp(account, site);
    }

    /** Refuses flattrs from now on; fails with {@link IdentityRefused} unless the account owns the site undisputed. */
    public Uni<Site> optOut(AccountId account, SiteHost site) {
        return optOut.begin(account, site).chain(() -> site(account, site));
    }

    /** Accepts flattrs again; fails with {@link IdentityRefused} unless the account owns the site undisputed. */
    public Uni<Site> optIn(AccountId account, SiteHost site) {
        return optOut.end(account, site).chain(() -> site(account, site));
    }

    /** Decides the contests that are due by the calendar; those whose site does not answer wait a little longer. */
    public Uni<Void> decideContests() {
        return decideContests.decideAll();
    }
}
