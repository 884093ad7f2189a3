package org.obolus.apps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.obolus.accounts.Scope;

/**
 * What a person reads before they decide.
 *
 * @param developer who registered the app; null where it did that itself
 * @param place where they are sent afterwards, as people know it
 * @param fields what the app asked for, to be sent with the decision
 */
record Consent(
        UUID app,
        String name,
        boolean hasPicture,
        String developer,
        String place,
        List<Scope> scopes,
        List<Map.Entry<String, String>> fields) {

    static Consent of(AuthorizationRequest request, Optional<String> developer, Fields fields) {
        var app = request.recipient().app();
        return new Consent(
                app.id(),
                app.name(),
                app.hasPicture(),
                developer.orElse(null),
                request.recipient().place(),
                request.scopes().stream().sorted().toList(),
                List.copyOf(fields.ofAnAuthorization().entrySet()));
    }

    public boolean flattrs() {
        return scopes.contains(Scope.FLATTR);
    }
}
