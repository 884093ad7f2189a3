package org.obolus.identities;

import java.util.Optional;
import org.obolus.web.WebUrl;

/**
 * Where a platform is asked what.
 *
 * @param issuer what it calls itself in its answers, where that is known
 * @param namesItself whether it promises to do so in every answer (RFC 9207)
 */
record PlatformEndpoints(
        WebUrl authorization, WebUrl token, WebUrl user, Optional<String> issuer, boolean namesItself) {

    /** An answer that names another issuer is of another platform, whoever brings it. */
    boolean mayHaveAnswered(Optional<String> named) {
        return named.isEmpty() ? !namesItself : issuer.isEmpty() || issuer.equals(named);
    }
}
