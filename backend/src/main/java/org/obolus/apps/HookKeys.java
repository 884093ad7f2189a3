package org.obolus.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.obolus.web.HookSignature;

/**
 * What the messages to one endpoint are signed with: a secret that its owner knows too, and a key pair for whoever would
 * rather keep none (Standard Webhooks 1.0.0).
 */
record HookKeys(byte[] secret, byte[] privateKey, byte[] publicKey) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    /** The key itself is the end of its X.509 form. */
    private static final int PUBLIC_KEY_BYTES = 32;

    static HookKeys make() {
        try {
            var secret = new byte[SECRET_BYTES];
            RANDOM.nextBytes(secret);
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var known = pair.getPublic().getEncoded();
            return new HookKeys(
                    secret,
                    pair.getPrivate().getEncoded(),
                    Arrays.copyOfRange(known, known.length - PUBLIC_KEY_BYTES, known.length));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Shown to its owner once. */
    String secretText() {
        return "whsec_" + base64(secret);
    }

    public String publicText() {
        return "whpk_" + base64(publicKey);
    }

    /** Both signatures of a message, separated by a space as the header has them. */
    String sign(String id, long timestamp, String body) {
        var content = (id + "." + timestamp + "." + body).getBytes(UTF_8);
        return HookSignature.of(secret, id, timestamp, body) + " v1a," + base64(signature(content));
    }

    private byte[] signature(byte[] content) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
