package org.obolus.apps;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.obolus.accounts.Scope;

/** Reads scopes as apps write them: with spaces between, in any order (RFC 6749, section 3.3). */
final class AppScopes {

    private AppScopes() {}

    /** None where nothing is written: such an app learns who somebody is, and no more. */
    static Set<Scope> of(Optional<String> written) {
        var scopes = EnumSet.noneOf(Scope.class);
        written.stream()
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .filter(name -> !name.isEmpty())
                .map(AppScopes::one)
                .forEach(scopes::add);
        return scopes;
    }

    private static Scope one(String name) {
        return Scope.FOR_APPS.stream()
                .filter(scope -> scope.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new OAuthRefused.InvalidScope(
                        "Apps may ask for these scopes: " + Scope.written(Scope.FOR_APPS) + "."));
    }
}
