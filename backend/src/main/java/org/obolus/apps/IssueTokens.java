package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.obolus.accounts.Scope;
import org.obolus.web.Secret;

/** Gives an app tokens for a code, or for a refresh token. */
@ApplicationScoped
class IssueTokens {

    /** RFC 7636, section 4.1. */
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final Codes codes;
    private final Refreshes refreshes;

    IssueTokens(Codes codes, Refreshes refreshes) {
        this.codes = codes;
        this.refreshes = refreshes;
    }

    /** Fails with {@link OAuthRefused}. */
    Uni<TokenAnswer> to(App app, Fields fields) {
        return switch (fields.required("grant_type")) {
            case "authorization_code" -> codes.redeem(app, shown(fields));
            case "refresh_token" -> refreshes.renew(app, refreshToken(fields), scopes(fields));
            default -> throw new OAuthRefused.UnsupportedGrantType();
        };
    }

    private static Codes.Shown shown(Fields fields) {
        var code = Secret.of(fields.required("code"))
                .orElseThrow(() -> new OAuthRefused.InvalidGrant("This is no code of this server."));
        var verifier = fields.one("code_verifier");
        if (verifier.isPresent() && !VERIFIER.matcher(verifier.get()).matches()) {
            throw new OAuthRefused.InvalidRequest("A code_verifier has 43 to 128 letters, digits and marks of -._~");
        }
        return new Codes.Shown(code, fields.one("redirect_uri").orElse(""), verifier);
    }

    private static RefreshToken refreshToken(Fields fields) {
        return RefreshToken.read(fields.required("refresh_token"))
                .orElseThrow(() -> new OAuthRefused.InvalidGrant("This is no refresh token of this server."));
    }

    private static Optional<Set<Scope>> scopes(Fields fields) {
        return fields.one("scope").map(Optional::of).map(AppScopes::of);
    }
}
