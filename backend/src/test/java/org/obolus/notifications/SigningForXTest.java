package org.obolus.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SigningForXTest {

    private final XAccess access = new XAccess("key of app", "secret & more", "account~token", "its*secret");

    /** Computed with OpenSSL: the base string of RFC 5849, section 3.4.1, and HMAC-SHA1 under both secrets. */
    @Test
    void isTheSignatureOfTheStandard() {
        assertThat(access.authorization("POST", "https://api.x.com/2/tweets", "once", 1_318_622_958))
                .isEqualTo("OAuth oauth_consumer_key=\"key%20of%20app\", oauth_nonce=\"once\","
                        + " oauth_signature=\"8HNTzpqOEGRIfi4FZuh%2F%2FrqDkhw%3D\","
                        + " oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"1318622958\","
                        + " oauth_token=\"account~token\", oauth_version=\"1.0\"");
    }

    @Test
    void tellsNoSecretInALog() {
        assertThat(access.toString()).isEqualTo("XAccess[key of app]");
    }
}
