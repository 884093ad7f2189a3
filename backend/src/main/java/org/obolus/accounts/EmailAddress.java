package org.obolus.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.obolus.problems.Unacceptable;
import org.obolus.web.DomainNames;

/**
 * An address that mail can be sent to: what mail servers accept today, with the domain in its ASCII form, by the same rules
 * as the hosts of sites.
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+(?![0-9]+$)" + LABEL);

    public static EmailAddress of(String written) {
        return read(written)
                .orElseThrow(() -> new Unacceptable.Invalid(
                        "email", "This is not an e-mail address. One looks like name@example.org."));
    }

    /** Empty when no mail can be sent there. */
    public static Optional<EmailAddress> read(String written) {
        var address = written == null ? "" : written.strip();
        var at = address.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL || address.length() > LONGEST) {
            return Optional.empty();
        }
        var local = address.substring(0, at);
        return DomainNames.toAscii(address.substring(at + 1))
                .filter(domain -> DOMAIN.matcher(domain).matches())
                .filter(domain -> LOCAL.matcher(local).matches())
                .map(domain -> new EmailAddress(local + "@" + domain))
                .filter(email -> email.value.length() <= LONGEST);
    }

    /** As addresses are compared: nobody tells two people apart by capitals. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
