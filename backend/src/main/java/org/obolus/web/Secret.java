package org.obolus.web;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** 256 random bits that one side keeps and the other knows by their SHA-256 only; written in base64url. */
public record Secret(String written) {

    private static final int BYTES = 32;
    private static final String SHAPE = "[A-Za-z0-9_-]{43}";
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public static Optional<Secret> of(String written) {
        return Optional.ofNullable(written).filter(text -> text.matches(SHAPE)).map(Secret::new);
    }

    /** Of the written form, so that a browser needs no base64 to compute the same. */
    public Buffer hash() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return Buffer.buffer(sha256.digest(written.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The hash that another side sent; empty when it is none. */
    public static Optional<Buffer> hashOf(String written) {
        return Optional.ofNullable(written)
                .filter(text -> text.matches(SHAPE))
                .map(text -> Buffer.buffer(Base64.getUrlDecoder().decode(text)))
                .filter(bytes -> bytes.length() == BYTES);
    }

    /** Nobody reads it in a log. */
    @Override
    public String toString() {
        return "a secret";
    }
}
