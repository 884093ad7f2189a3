package org.obolus.identities;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.obolus.accounts.AccountsConfig;
import org.obolus.accounts.EmailAddress;

/**
 * E-mail addresses on their way through log-in or sign-up, where they stand in addresses of this server: nobody reads them
 * out of those, and they are over when the mailed link of a sign-up is. Nothing is kept.
 */
@ApplicationScoped
class SealedAddresses {

    private static final Pattern SEALED = Pattern.compile("sealed:([A-Za-z0-9_-]{40,500})");
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final InstanceSecrets secrets;
    private final Clock clock;
    private final Duration lasts;
    private final SecureRandom random = new SecureRandom();

    SealedAddresses(InstanceSecrets secrets, Clock clock, AccountsConfig config) {
        this.secrets = secrets;
        this.clock = clock;
        this.lasts = config.mailedLinkLasts();
    }

    String seal(EmailAddress email) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var address = email.value().getBytes(UTF_8);
        var text = ByteBuffer.allocate(Long.BYTES + address.length)
                .putLong(clock.instant().plus(lasts).getEpochSecond())
                .put(address);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.array());
            var whole =
                    ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return "sealed:" + Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Empty for what is not sealed; fails with {@link PersonRefused.SealOver} when it is over or not sealed by us. */
    Optional<EmailAddress> open(String written) {
        var sealed = SEALED.matcher(written);
        return sealed.matches() ? Optional.of(opened(sealed.group(1))) : Optional.empty();
    }

    private EmailAddress opened(String sealed) {
        try {
            var whole = Base64.getUrlDecoder().decode(sealed);
            var nonce = ByteBuffer.wrap(whole, 0, NONCE_BYTES);
            var text = ByteBuffer.wrap(
                    cipher(Cipher.DECRYPT_MODE, bytes(nonce)).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
            if (clock.instant().getEpochSecond() >= text.getLong()) {
                throw new PersonRefused.SealOver();
            }
            return EmailAddress.of(new String(bytes(text), UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            throw new PersonRefused.SealOver();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, secrets.encryptionKey(InstanceSecrets.Use.SEAL), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] bytes(ByteBuffer rest) {
        var bytes = new byte[rest.remaining()];
        rest.get(bytes);
        return bytes;
    }
}
