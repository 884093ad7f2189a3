package org.obolus.apps;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obolus.accounts.AccountId;
import org.obolus.web.Secret;

/**
 * A program of somebody that other people may allow something.
 *
 * @param owner who registered it and may change it; nobody, where it did that itself
 * @param secretHash by which it is known; nothing, where it has no place to keep a secret
 * @param isLegacy whether it was written for Flattr and knows no better
 */
record App(
        UUID id,
        Optional<AccountId> owner,
        String name,
        Optional<Buffer> secretHash,
        List<RedirectUri> redirects,
        boolean isLegacy,
        boolean hasPicture) {

    private static final Duration TOKEN_LASTS = Duration.ofHours(1);
    /** Clients of Flattr's time know of no refresh tokens, and their people would be asked every hour. */
    private static final Duration OLD_TOKEN_LASTS = Duration.ofDays(90);

    static App of(Row row) {
        return new App(
                row.getUUID("id"),
                Optional.ofNullable(row.getLong("owner_id")).map(AccountId::new),
                row.getString("name"),
                Optional.ofNullable(row.getBuffer("secret_hash")).map(hash -> hash.getDelegate()),
                Arrays.stream(row.getArrayOfStrings("redirects"))
                        .map(RedirectUri::new)
                        .toList(),
                row.getBoolean("legacy"),
                row.getBoolean("has_picture"));
    }

    public boolean isConfidential() {
        return secretHash.isPresent();
    }

    boolean belongsTo(AccountId account) {
        return owner.filter(account::equals).isPresent();
    }

    /** Whether this is its secret; one without a secret has none to show. */
    boolean isProvenBy(Optional<String> secret) {
        return secretHash
                .map(known -> secret.flatMap(Secret::of)
                        .filter(shown -> MessageDigest.isEqual(shown.hash().getBytes(), known.getBytes()))
                        .isPresent())
                .orElse(secret.isEmpty());
    }

    /** Where people go back to; one that registered a single address need not name it. Empty when it may not be. */
    Optional<String> destination(Optional<String> asked) {
        if (asked.isEmpty()) {
            return redirects.size() == 1 ? Optional.of(redirects.get(0).value()) : Optional.empty();
        }
        return redirects.stream()
                .map(redirect -> isLegacy ? redirect.destinationBelow(asked.get()) : redirect.destination(asked.get()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Duration tokenLasts() {
        return isLegacy ? OLD_TOKEN_LASTS : TOKEN_LASTS;
    }

    /** For the form in which it is changed. */
    String redirectLines() {
        return String.join("\n", redirects.stream().map(RedirectUri::value).toList());
    }
}
