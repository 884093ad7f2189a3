package org.obolus.accounts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.obolus.problems.Unacceptable;

/** What a token may do for its account; the names of Flattr's API first, then ours. */
public enum Scope {
    FLATTR("flattr"),
    THING("thing"),
    EMAIL("email"),
    EXTENDED_READ("extendedread"),
    BUDGET_READ("budget:read"),
    BUDGET("budget"),
    REVENUE_READ("revenue:read"),
    OPERATOR("operator");

    private final String written;

    Scope(String written) {
        this.written = written;
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

    static String written(Set<Scope> scopes) {
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
