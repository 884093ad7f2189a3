package org.obolus.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.obolus.web.Neighbourhood;
import org.obolus.web.RateLimit;

/**
 * Slows down whoever guesses passwords or has mails sent, by the account aimed at and by where they are.
 *
 * <p>One place is stopped at one account long before everybody is, so that a stranger cannot lock the owner out. Each
 * method fails with TooManyRequests.
 */
@ApplicationScoped
class Attempts {

    private final RateLimit signUpsHere;
    private final RateLimit logInsHere;
    private final RateLimit logInsHereAs;
    private final RateLimit logInsAs;
    private final RateLimit mailsFromHere;
    private final RateLimit mailsTo;
    private final RateLimit passwordsOf;

    Attempts(AccountsConfig config, Clock clock) {
        signUpsHere = new RateLimit(config.limits().signUpsHere(), Duration.ofMinutes(3), clock);
        logInsHere = new RateLimit(config.limits().logInsHere(), Duration.ofSeconds(10), clock);
        logInsHereAs = new RateLimit(config.limits().logInsHereAs(), Duration.ofMinutes(1), clock);
        logInsAs = new RateLimit(config.limits().logInsAs(), Duration.ofSeconds(36), clock);
        mailsFromHere = new RateLimit(config.limits().mailsFromHere(), Duration.ofMinutes(3), clock);
        mailsTo = new RateLimit(config.limits().mailsTo(), Duration.ofMinutes(20), clock);
        passwordsOf = new RateLimit(config.limits().logInsHereAs(), Duration.ofMinutes(1), clock);
    }

    void signUp(EmailAddress email, Neighbourhood here) {
        signUpsHere.take(here.name());
        mailsTo.take(email.key());
    }

    void mail(EmailAddress email, Neighbourhood here) {
        mailsFromHere.take(here.name());
        mailsTo.take(email.key());
    }

    void logIn(String name, Neighbourhood here) {
        var account = key(name);
        logInsHere.take(here.name());
        logInsHereAs.take(account + " " + here);
        logInsAs.take(account);
    }

    /** Whoever knew the password was no guesser; but a place whose log-ins keep the server busy is slowed down anyway. */
    void loggedIn(String name, Neighbourhood here) {
        var account = key(name);
        logInsHereAs.giveBack(account + " " + here);
        logInsAs.giveBack(account);
    }

    void password(AccountId account) {
        passwordsOf.take(account.toString());
    }

    void passwordKnown(AccountId account) {
        passwordsOf.giveBack(account.toString());
    }

    /**
     * What the account is looked up by. Its username and its address stay two keys: with one for both, whoever has used
     * up the tries for a username could find out which address is behind it.
     */
    private static String key(String name) {
        return EmailAddress.read(name).map(EmailAddress::key).orElseGet(() -> name.toLowerCase(Locale.ROOT));
    }
}
