package org.obolus.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a signature is checked with: a secret that both sides know, or the server's public key. */
sealed interface WebHookKey {

    /** As it stands before a signature that this key can check. */
    String version();

    boolean hasSigned(byte[] content, byte[] signature);

    /** @throws IllegalArgumentException when it is neither {@code whsec_…} nor {@code whpk_…} */
    static WebHookKey of(String written) {
        if (written.startsWith(Secret.PREFIX)) {
            return new Secret(decoded(written, Secret.PREFIX));
        }
        if (written.startsWith(Public.PREFIX)) {
            return new Public(Public.read(decoded(written, Public.PREFIX)));
        }
        throw new IllegalArgumentException("A key of a web hook begins with whsec_ or whpk_.");
    }

    private static byte[] decoded(String written, String prefix) {
        try {
            return Base64.getDecoder().decode(written.substring(prefix.length()));
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("After " + prefix + " follows Base64, and nothing else.", broken);
        }
    }

    /** HMAC with SHA-256. */
    record Secret(byte[] bytes) implements WebHookKey {

        static final String PREFIX = "whsec_";
        private static final String ALGORITHM = "HmacSHA256";
        private static final int SHORTEST = 24;

        public Secret {
            if (bytes.length < SHORTEST) {
                throw new IllegalArgumentException("A secret of a web hook has " + SHORTEST + " bytes at least.");
            }
        }

        @Override
        public String version() {
            return "v1";
        }

        @Override
        public boolean hasSigned(byte[] content, byte[] signature) {
            try {
                var mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(bytes, ALGORITHM));
                return MessageDigest.isEqual(mac.doFinal(content), signature);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Every Java has " + ALGORITHM + ".", impossible);
            }
        }

        @Override
        public String toString() {
            return PREFIX + "…";
        }
    }

    /** Ed25519. */
    record Public(PublicKey key) implements WebHookKey {

        static final String PREFIX = "whpk_";
        private static final String ALGORITHM = "Ed25519";
        private static final int LENGTH = 32;
        private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

        static PublicKey read(byte[] raw) {
            if (raw.length != LENGTH) {
                throw new IllegalArgumentException("A public key of a web hook has " + LENGTH + " bytes.");
            }
            var encoded = new byte[HEAD.length + LENGTH];
            System.arraycopy(HEAD, 0, encoded, 0, HEAD.length);
            System.arraycopy(raw, 0, encoded, HEAD.length, LENGTH);
            try {
                return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            } catch (GeneralSecurityException broken) {
                throw new IllegalArgumentException("This is no public key of a web hook.", broken);
            }
        }

        @Override
        public String version() {
            return "v1a";
        }

        @Override
        public boolean hasSigned(byte[] content, byte[] signature) {
            try {
                var check = Signature.getInstance(ALGORITHM);
                check.initVerify(key);
                check.update(content);
                return check.verify(signature);
            } catch (GeneralSecurityException malformed) {
                return false;
            }
        }
    }

    /** What is signed: the two headers and the body, exactly as they came. */
    static byte[] content(String id, String timestamp, byte[] body) {
        var head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        var content = new byte[head.length + body.length];
        System.arraycopy(head, 0, content, 0, head.length);
        System.arraycopy(body, 0, content, head.length, body.length);
        return content;
    }
}
