package org.obolus.accounts;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.obolus.problems.Unacceptable;

/** What a token may do for its account; the names of Flattr's API first, then ours. */
public enum Scope {
    FLATTR("flattr", "give and take back flattrs, once or every month"),
    THING("thing", "register and change your things, and prove that a site is yours"),
    SITE("site", "opt your sites out of flattrs, give them up, and give their pages to others"),
    PROFILE("profile", "change your profile and what it shows"),
    EMAIL("email", "see your e-mail address"),
    EXTENDED_READ("extendedread", "read your flattrs, subscriptions, things and sites"),
    BUDGET_READ("budget:read", "see your budget and funds"),
    BUDGET("budget", "change your budget and top up"),
    REVENUE_READ("revenue:read", "see what you have received"),
    OPERATOR("operator", "act as an operator, if you are one");

    /** What people can allow the programs of others; what money or a site is lost by stays theirs alone. */
    public static final Set<Scope> FOR_APPS =
            Collections.unmodifiableSet(EnumSet.of(FLATTR, THING, EMAIL, EXTENDED_READ, BUDGET_READ, REVENUE_READ));

    private final String written;
    private final String meaning;

    Scope(String written, String meaning) {
        this.written = written;
        this.meaning = meaning;
    }

    /** What a token with this scope may do, in words that follow "may". */
    public String meaning() {
        return meaning;
    }

    /** @throws Unacceptable.Invalid when there is no such scope */
    public static Scope of(String written) {
        return Arrays.stream(values())
                .filter(scope -> scope.written.equals(written.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Unacceptable.Invalid("scopes", "There is no scope " + written + "."));
    }

    /** Reads scopes separated by spaces (RFC 6749, section 3.3). */
    static Set<Scope> setOf(String written) {
        var scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(written.split(" "))
                .filter(s -> !s.isEmpty())
                .map(Scope::of)
                .forEach(scopes::add);
        return scopes;
    }

    public static String written(Set<Scope> scopes) {
        return String.join(" ", sorted(scopes));
    }

    static List<String> sorted(Set<Scope> scopes) {
        return scopes.stream().map(Scope::toString).sorted().toList();
    }

    @Override
    public String toString() {
        return written;
    }
}
