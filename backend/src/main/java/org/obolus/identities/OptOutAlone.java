package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.obolus.accounts.AccountsConfig;
import org.obolus.accounts.EmailAddress;
import org.obolus.database.Mail;
import org.obolus.database.Outbox;
import org.obolus.database.Transactions;
import org.obolus.web.Limit;
import org.obolus.web.Neighbourhood;
import org.obolus.web.RateLimits;
import org.obolus.web.VisitLimits;

/** Opting out without an account: by a token at the site, or by a link that is mailed to the address. */
@ApplicationScoped
class OptOutAlone {

    private static final Limit MAILS_FROM = new Limit("opt-out-mails-from", 20, Duration.ofHours(1));
    private static final Limit LINKS_FROM = new Limit("opt-out-links-from", 20, Duration.ofHours(1));
    private static final String BY_MAIL = "email";

    private final Transactions transactions;
    private final OptOut optOut;
    private final OptOutLinks links;
    private final LookAtSite look;
    private final VisitLimits visits;
    private final RateLimits limits;
    private final Outbox outbox;
    private final Limit mailsTo;

    OptOutAlone(
            Transactions transactions,
            OptOut optOut,
            OptOutLinks links,
            LookAtSite look,
            VisitLimits visits,
            RateLimits limits,
            Outbox outbox,
            AccountsConfig config) {
        this.transactions = transactions;
        this.optOut = optOut;
        this.links = links;
        this.look = look;
        this.visits = visits;
        this.limits = limits;
        this.outbox = outbox;
        this.mailsTo = new Limit("opt-out-mails-to", 1, config.mailedLinkLasts());
    }

    /** Fails with {@link IdentityRefused} unless the token is to be seen at a site that no account has proven. */
    Uni<Void> bySite(OptOutTokens.Placing placing, Neighbourhood here) {
        var site = placing.host();
        return visits.take("address:" + here.name(), site.page("https", "/"))
                .chain(() -> look.lookFor(Set.of(placing.sought()), site))
                .map(sighting -> proof(placing, sighting))
                .chain(proof -> optOut.begin(IdentityName.of(site), proof));
    }

    /**
     * Mails a link, once at most to each address while the last one may still work. Whether anything was ever given to it
     * is not said, nor whether somebody has asked for a link to it before.
     */
    Uni<Void> sendLink(EmailAddress email, Neighbourhood here) {
        return limits.require(MAILS_FROM, here.name())
                .chain(() -> limits.take(mailsTo, email.key()))
                .chain(allowance -> allowance.granted() ? mail(email) : transactions.run(outbox::putNothing));
    }

    /** What could not be written down was not sent, so that it can be asked for again. */
    private Uni<Void> mail(EmailAddress email) {
        return transactions
                .run(connection ->
                        outbox.put(connection, new Mail("opt-out", email.value(), Map.of("link", links.to(email)))))
                .onFailure()
                .call(() -> limits.giveBack(mailsTo, email.key()));
    }

    /** Fails with {@link IdentityRefused.LinkOver}. */
    Uni<Void> byLink(String link, Neighbourhood here) {
        return limits.require(LINKS_FROM, here.name())
                .map(few -> links.read(link))
                .chain(identity -> optOut.begin(identity, BY_MAIL));
    }

    private static String proof(OptOutTokens.Placing placing, Sighting sighting) {
        return sighting.proof(placing.sought())
                .orElseThrow(() -> sighting.isAnswered()
                        ? new IdentityRefused.ProofNotFound(placing.host(), sighting)
                        : new IdentityRefused.Unreachable(placing.host(), sighting))
                .toString();
    }
}
