package org.obolus.apps;

import org.obolus.accounts.AppGrants;
import org.obolus.accounts.Scope;

/** A token and what renews it (RFC 6749, section 5.1). */
record TokenAnswer(String accessToken, String tokenType, long expiresIn, String refreshToken, String scope) {

    /** In small letters, as Flattr wrote it; the case is nobody's business. */
    private static final String BEARER = "bearer";

    static TokenAnswer of(AppGrants.Issued issued, RefreshToken refresh) {
        return new TokenAnswer(
                issued.token(), BEARER, issued.lasts().toSeconds(), refresh.written(), Scope.written(issued.scopes()));
    }
}
