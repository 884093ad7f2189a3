package org.obolus.apps;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.obolus.accounts.Scope;

/**
 * An app that may act for somebody.
 *
 * @param since when they first allowed it, of what holds now
 * @param given flattrs that it gave in the open month, some of them perhaps taken back since
 */
public record ConnectedApp(
        UUID id, String name, boolean hasPicture, Instant since, List<Scope> scopes, MonthlyLimit limit, int given) {

    public boolean flattrs() {
        return scopes.contains(Scope.FLATTR);
    }
}
