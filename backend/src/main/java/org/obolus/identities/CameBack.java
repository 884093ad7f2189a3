package org.obolus.identities;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.obolus.web.Secret;

/**
 * What a browser brings back from a platform (RFC 6749, 4.1.2), and what it has kept itself.
 *
 * @param issuer who says that it answers (RFC 9207)
 */
record CameBack(
        Optional<Secret> state,
        Optional<Secret> browser,
        Optional<String> code,
        Optional<String> error,
        Optional<String> issuer) {

    private static final int LONGEST_REASON = 60;

    static CameBack of(MultivaluedMap<String, String> query, Optional<Secret> browser) {
        return new CameBack(
                Secret.of(query.getFirst("state")),
                browser,
                Optional.ofNullable(query.getFirst("code")).filter(code -> !code.isBlank()),
                Optional.ofNullable(query.getFirst("error")),
                Optional.ofNullable(query.getFirst("iss")));
    }

    /** Fails with {@link LogInRefused} when it is no answer of this platform that something can be done with. */
    String codeOf(LogInPlatform platform, PlatformEndpoints endpoints) {
        if (!endpoints.mayHaveAnswered(issuer)) {
            throw new LogInRefused.NotBegunHere();
        }
        if (error.filter("access_denied"::equals).isPresent()) {
            throw new LogInRefused.Declined(platform);
        }
        error.ifPresent(named -> {
            throw new LogInRefused.Refused(platform, reason(named));
        });
        return code.orElseThrow(() -> new LogInRefused.NotUnderstood(platform));
    }

    /** The name of an error as the standard writes them; nothing else of what a stranger wrote is shown to anybody. */
    static String reason(String error) {
        var named = error.replaceAll("[^a-zA-Z0-9_ -]", "");
        return named.substring(0, Math.min(LONGEST_REASON, named.length()));
    }
}
