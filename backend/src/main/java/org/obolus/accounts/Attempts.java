package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.obolus.web.Limit;
import org.obolus.web.Neighbourhood;
import org.obolus.web.RateLimits;

/**
 * Slows down whoever guesses passwords or has mails sent, by the account aimed at and by where they are.
 *
 * <p>One place is stopped at one account long before everybody is, so that a stranger cannot lock the owner out. Counted
 * for all servers on one database together; while that does not answer, no guess can be checked either. Each method fails
 * with TooManyRequests.
 */
@ApplicationScoped
class Attempts {

    private final RateLimits limits;
    private final Limit signUpsHere;
    private final Limit logInsHere;
    private final Limit logInsHereAs;
    private final Limit logInsAs;
    private final Limit mailsFromHere;
    private final Limit mailsTo;
    private final Limit passwordsOf;

    Attempts(AccountsConfig config, RateLimits limits) {
        this.limits = limits;
        var quotas = config.limits();
        signUpsHere = limit("sign-ups-here", quotas.signUpsHere(), Duration.ofMinutes(3));
        logInsHere = limit("log-ins-here", quotas.logInsHere(), Duration.ofSeconds(10));
        logInsHereAs = limit("log-ins-here-as", quotas.logInsHereAs(), Duration.ofMinutes(1));
        logInsAs = limit("log-ins-as", quotas.logInsAs(), Duration.ofSeconds(36));
        mailsFromHere = limit("mails-from-here", quotas.mailsFromHere(), Duration.ofMinutes(3));
        mailsTo = limit("mails-to", quotas.mailsTo(), Duration.ofMinutes(20));
        passwordsOf = limit("passwords-of", quotas.logInsHereAs(), Duration.ofMinutes(1));
    }

    private static Limit limit(String name, int burst, Duration untilOneMore) {
        return new Limit(name, burst, untilOneMore.multipliedBy(burst));
    }

    Uni<Void> signUp(EmailAddress email, Neighbourhood here) {
        return limits.require(signUpsHere, here.name()).chain(() -> limits.require(mailsTo, email.key()));
    }

    Uni<Void> mail(EmailAddress email, Neighbourhood here) {
        return limits.require(mailsFromHere, here.name()).chain(() -> limits.require(mailsTo, email.key()));
    }

    Uni<Void> logIn(String name, Neighbourhood here) {
        var account = key(name);
        return limits.require(logInsHere, here.name())
                .chain(() -> limits.require(logInsHereAs, account + " " + here))
                .chain(() -> limits.require(logInsAs, account));
    }

    /** Whoever knew the password was no guesser; but a place whose log-ins keep the server busy is slowed down anyway. */
    Uni<Void> loggedIn(String name, Neighbourhood here) {
        var account = key(name);
        return limits.giveBack(logInsHereAs, account + " " + here).chain(() -> limits.giveBack(logInsAs, account));
    }

    Uni<Void> password(AccountId account) {
        return limits.require(passwordsOf, account.toString());
    }

    Uni<Void> passwordKnown(AccountId account) {
        return limits.giveBack(passwordsOf, account.toString());
    }

    /**
     * What the account is looked up by. Its username and its address stay two keys: with one for both, whoever has used
     * up the tries for a username could find out which address is behind it.
     */
    private static String key(String name) {
        return EmailAddress.read(name).map(EmailAddress::key).orElseGet(() -> name.toLowerCase(Locale.ROOT));
    }
}
