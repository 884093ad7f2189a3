package org.obolus.flattrapi;

import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Grant;
import org.obolus.accounts.Scope;
import org.obolus.social.Part;

/**
 * How somebody wants to read: who they are, which page, and whether what stands inside an object is told in full.
 *
 * @param grant whose token it is, if there is one
 */
record Reading(Optional<Grant> grant, Part part, boolean full) {

    static Reading of(Caller caller, UriInfo asked) {
        var query = asked.getQueryParameters();
        return new Reading(
                caller.grant(), Part.of(query.getFirst("page"), query.getFirst("count")), query.containsKey("full"));
    }

    Optional<AccountId> viewer() {
        return grant.map(Grant::account);
    }

    /** Whoever may read what is not shown to others, where it is their own. */
    Optional<AccountId> viewer(Scope scope) {
        return grant.filter(found ->
                        found.scopes().contains(scope) || found.scopes().contains(Scope.EXTENDED_READ))
                .map(Grant::account);
    }

    boolean may(Scope scope) {
        return grant.filter(found -> found.scopes().contains(scope)).isPresent();
    }
}
