package org.obolus.buttons;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * The public half of the key that a frame keeps beside its handle and cannot hand out: ECDSA on the curve P-256 with
 * SHA-256, signatures as browsers write them (IEEE P1363).
 */
record FrameKey(byte[] encoded) {

    private static final int BITS = 256;
    /** There is one way to write such a key. */
    private static final int BYTES = 91;

    private static final int MOST_CHARACTERS = 124;

    /** Reads a SubjectPublicKeyInfo in base64url; empty when it is no such key. */
    static Optional<FrameKey> of(String written) {
        if (written == null || written.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            var encoded = Base64.getUrlDecoder().decode(written);
            var isOnTheCurve = encoded.length == BYTES
                    && read(encoded) instanceof ECPublicKey key
                    && key.getParams().getOrder().bitLength() == BITS;
            return isOnTheCurve ? Optional.of(new FrameKey(encoded)) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether whoever has the other half signed this text. */
    boolean signed(String text, String signature) {
        try {
            var check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(read(encoded));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static PublicKey read(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
