package org.obolus.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tokens that were verified last: a person's next request need not have the same signature checked again.
 *
 * <p>Remembered by their SHA-256, so that neither the memory nor the time of a look-up tells anything of a token. That a
 * grant has expired or ended since is for the caller to see.
 */
final class VerifiedTokens {

    private static final int REMEMBERED = 100_000;

    private final Cache<ByteBuffer, Grant> grants =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** The grant of a token that verifies; what does not is not remembered. */
    Optional<Grant> grant(String token, Function<String, Optional<Grant>> verify) {
        return Optional.ofNullable(
                grants.get(digest(token), unknown -> verify.apply(token).orElse(null)));
    }

    private static ByteBuffer digest(String token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
