package org.obolus.apps;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.Set;
import org.obolus.accounts.Scope;
import org.obolus.web.Secret;

/**
 * What an app asks a person for (RFC 6749, section 4.1.1).
 *
 * @param challenge the SHA-256 of what only the sender knows; whoever brings the code has to show that (RFC 7636)
 */
record AuthorizationRequest(Recipient recipient, Set<Scope> scopes, Optional<Buffer> challenge) {

    private static final String CODE = "code";
    private static final int LONGEST_STATE = 2000;

    /** @throws OAuthRefused that the app is told at its own address */
    static AuthorizationRequest of(Recipient recipient, Fields fields) {
        if (!fields.required("response_type").equals(CODE)) {
            throw new OAuthRefused.UnsupportedResponseType();
        }
        if (fields.one("state").orElse("").length() > LONGEST_STATE) {
            throw new OAuthRefused.InvalidRequest("A state has at most " + LONGEST_STATE + " characters.");
        }
        var challenge = challenge(fields);
        if (challenge.isEmpty() && !recipient.app().isConfidential()) {
            throw new OAuthRefused.InvalidRequest(
                    "An app without a secret sends a code_challenge, with code_challenge_method=S256.");
        }
        return new AuthorizationRequest(recipient, AppScopes.of(fields.one("scope")), challenge);
    }

    private static Optional<Buffer> challenge(Fields fields) {
        var challenge = fields.one("code_challenge");
        var method = fields.one("code_challenge_method");
        if (challenge.isEmpty() && method.isEmpty()) {
            return Optional.empty();
        }
        // One that names no method means plain, which whoever reads the request can answer.
        if (!method.filter("S256"::equals).isPresent()) {
            throw new OAuthRefused.InvalidRequest("The one code_challenge_method here is S256.");
        }
        var hash = challenge.flatMap(Secret::hashOf);
        if (hash.isEmpty()) {
            throw new OAuthRefused.InvalidRequest("A code_challenge is a SHA-256 in base64url, 43 characters long.");
        }
        return hash;
    }
}
