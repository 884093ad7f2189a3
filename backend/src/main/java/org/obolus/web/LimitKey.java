package org.obolus.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** What a limit counts by, hashed: addresses of people and names of tokens are kept nowhere. */
record LimitKey(Limit limit, UUID hash) {

    static LimitKey of(Limit limit, String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((limit.name() + "\0" + key).getBytes(UTF_8));
            var bytes = ByteBuffer.wrap(digest);
            return new LimitKey(limit, new UUID(bytes.getLong(), bytes.getLong()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
