package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signatures were made by another program: openssl, with dgst for the secrets and pkeyutl for the key pair. */
class VerifyingAWebHookTest {

    private static final String SECRET = "whsec_ky+2E/b5dUz7gDIR5yaiHmHzrsBTIj9U5pn+2DTS6cs=";
    private static final String BY_SECRET = "v1,Bi7f2eR4fJUdNF6id2depYRJF0yylvf9YrbLa+5VvvI=";
    private static final String OTHER_SECRET = "whsec_JyEep1AVRVg459by3mX+vPHU3xE3KKiZ";
    private static final String BY_OTHER_SECRET = "v1,s6s/JZ9oFV+jOZ8tyraLXcl9bxHFYR5JP6go9dzp+vI=";
    private static final String PUBLIC = "whpk_8bP77WLpg2q8RJRzLEbzTk3anm9doAyP8RYY63sZsZI=";
    private static final String BY_KEY_PAIR =
            "v1a,viidxUP5JkwHNf+Fxk0fX6xqIsM7eDnAhG1pz8EPEacEnRNSQmZyrMm4xt86tw0STrAQb/sNeBSJHlAfRBpABA==";
    private static final String BODY = "{\"type\":\"thing.flattred\",\"timestamp\":\"2026-11-28T10:00:00Z\","
            + "\"data\":{\"thing\":{\"id\":5,\"url\":\"https://blog.example/bread\",\"title\":\"Brötchen\"},"
            + "\"month\":\"2026-11\",\"supporter\":null,\"flattrs\":3}}";
    private static final long SENT = 1795860000;

    private final Map<String, String> headers = new HashMap<>(
            Map.of("webhook-id", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", "webhook-timestamp", String.valueOf(SENT)));

    @ParameterizedTest
    @CsvSource({
        SECRET + ", '" + BY_SECRET + "'",
        OTHER_SECRET + ", '" + BY_OTHER_SECRET + "'",
        PUBLIC + ", '" + BY_KEY_PAIR + "'"
    })
    void readsWhatItsKeyHasSigned(String key, String signature) {
        var hook = verify(signature, SENT, key);

        assertThat(hook.id()).isEqualTo("msg_2KWPBgLlAfxdpx2AI54pPJ85f4W");
        assertThat(hook.type()).isEqualTo("thing.flattred");
        assertThat(hook.timestamp()).isEqualTo("2026-11-28T10:00:00Z");
        assertThat(hook.thing()).contains(new ThingId(5));
        assertThat(hook.month()).contains(YearMonth.of(2026, 11));
        assertThat(hook.data()).containsEntry("flattrs", 3).containsEntry("supporter", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BY_OTHER_SECRET + " " + BY_SECRET,
                BY_SECRET + " " + BY_OTHER_SECRET,
                "v2,abc v1,!!! v1 " + BY_SECRET,
                BY_KEY_PAIR + " " + BY_SECRET
            })
    void findsTheOneSignatureThatItCanCheck(String signatures) {
        assertThat(verify(signatures, SENT, SECRET).type()).isEqualTo("thing.flattred");
    }

    @Test
    void takesOldAndNewSecretWhileTheyAreReplaced() {
        assertThat(verify(BY_SECRET, SENT, OTHER_SECRET, SECRET).type()).isEqualTo("thing.flattred");
        assertThat(verify(BY_OTHER_SECRET, SENT, OTHER_SECRET, SECRET).type()).isEqualTo("thing.flattred");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BY_OTHER_SECRET,
                BY_KEY_PAIR,
                "v1,",
                "v1",
                "",
                "v1,AAAA",
                "v1a,Bi7f2eR4fJUdNF6id2depYRJF0yylvf9YrbLa+5VvvI="
            })
    void refusesWhatItsKeyHasNotSigned(String signature) {
        refuses(signature, SENT, SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BY_SECRET,
                "v1a,AAAA",
                "v1a,AiidxUP5JkwHNf+Fxk0fX6xqIsM7eDnAhG1pz8EPEacEnRNSQmZyrMm4xt86tw0STrAQb/sNeBSJHlAfRBpABA==",
                "v1,viidxUP5JkwHNf+Fxk0fX6xqIsM7eDnAhG1pz8EPEacEnRNSQmZyrMm4xt86tw0STrAQb/sNeBSJHlAfRBpABA=="
            })
    void refusesWhatItsKeyPairHasNotSigned(String signature) {
        refuses(signature, SENT, PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(longs = {SENT - 301, SENT + 301, 0, Integer.MAX_VALUE})
    void refusesWhatIsNotOfTheLastMinutes(long now) {
        refuses(BY_SECRET, now, SECRET);
    }

    @ParameterizedTest
    @ValueSource(longs = {SENT - 300, SENT, SENT + 300})
    void bearsClocksThatDiffer(long now) {
        assertThat(verify(BY_SECRET, now, SECRET)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void needsAllThreeHeaders(String name) {
        headers.put("webhook-signature", BY_SECRET);
        headers.remove(name);

        assertThatExceptionOfType(UnverifiedWebHook.class)
                .isThrownBy(() -> at(SENT, SECRET).verify(headers::get, bytes(BODY)))
                .withMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp"})
    void refusesHeadersThatSomebodyChanged(String name) {
        headers.put("webhook-signature", BY_SECRET);
        headers.put(name, String.valueOf(SENT + 1));

        assertThatExceptionOfType(UnverifiedWebHook.class)
                .isThrownBy(() -> at(SENT, SECRET).verify(headers::get, bytes(BODY)));
    }

    @Test
    void refusesABodyThatSomebodyChanged() {
        headers.put("webhook-signature", BY_SECRET);

        assertThatExceptionOfType(UnverifiedWebHook.class)
                .isThrownBy(() ->
                        at(SENT, SECRET).verify(headers::get, bytes(BODY.replace("\"flattrs\":3", "\"flattrs\":4"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "whsec_AAAA",
                "whsec_???",
                "whpk_AAAA",
                "ky+2E/b5dUz7gDIR5yaiHmHzrsBTIj9U5pn+2DTS6cs="
            })
    void refusesWhatIsNoKey(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> WebHookVerifier.of(key));
    }

    @Test
    void refusesToVerifyWithoutAKey() {
        assertThatIllegalArgumentException().isThrownBy(WebHookVerifier::of);
    }

    private void refuses(String signature, long now, String... keys) {
        assertThatExceptionOfType(UnverifiedWebHook.class).isThrownBy(() -> verify(signature, now, keys));
    }

    private WebHook verify(String signature, long now, String... keys) {
        headers.put("webhook-signature", signature);
        return at(now, keys).verify(headers::get, bytes(BODY));
    }

    private static WebHookVerifier at(long second, String... keys) {
        return WebHookVerifier.of(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC), keys);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
