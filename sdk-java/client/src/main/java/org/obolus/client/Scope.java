package org.obolus.client;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token may do for its account. */
public enum Scope {
    /** Give and take back flattrs, once or every month. */
    FLATTR("flattr"),
    /** Register and change things. */
    THING("thing"),
    /** Decide over sites: give their pages to others by the owner's own word, opt out of flattrs, give them up; apps cannot have it. */
    SITE("site"),
    /** See the e-mail address. */
    EMAIL("email"),
    /** Read flattrs, subscriptions, things and sites. */
    EXTENDED_READ("extendedread"),
    /** See budget and funds. */
    BUDGET_READ("budget:read"),
    /** Change the budget and top up; apps cannot have it. */
    BUDGET("budget"),
    /** See what was received. */
    REVENUE_READ("revenue:read"),
    /** Act as an operator; apps cannot have it. */
    OPERATOR("operator"),
    /** Change the profile and what it shows; apps cannot have it. */
    PROFILE("profile"),
    /** One that is newer than this library. */
    UNKNOWN("");

    private final String written;

    Scope(String written) {
        this.written = written;
    }

    /** As servers write it. */
    @Override
    public String toString() {
        return written;
    }

    static Set<Scope> setOf(String words) {
        var scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Scope::of)
                .forEach(scopes::add);
        return scopes;
    }

    static String written(Collection<Scope> scopes) {
        if (scopes.contains(UNKNOWN)) {
            throw new IllegalArgumentException("An unknown scope cannot be asked for.");
        }
        return scopes.stream().map(Scope::toString).sorted().distinct().collect(Collectors.joining(" "));
    }

    private static Scope of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.written.equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
