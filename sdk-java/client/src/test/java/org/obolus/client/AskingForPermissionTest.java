package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskingForPermissionTest {

    private final OAuthApp app = OAuthApp.open(
            Offline.patient().client(), "bread reader", URI.create("http://127.0.0.1:7070/back?from=obolus"));
    private final Authorization asked = app.authorization(Set.of(Scope.THING, Scope.FLATTR));

    @Test
    void asksForPermissionWithAChallenge() {
        assertThat(asked.url().toString())
                .startsWith(
                        "https://obolus.example/oauth/authorize?response_type=code&client_id=bread%20reader"
                                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A7070%2Fback%3Ffrom%3Dobolus&scope=flattr%20thing&state=")
                .contains("&state=" + asked.state() + "&")
                .endsWith("&code_challenge=" + Pkce.challenge(asked.verifier()) + "&code_challenge_method=S256");
        assertThat(asked.verifier()).matches("[A-Za-z0-9_-]{43}");
    }

    /** The pair that RFC 7636 gives in its appendix B. */
    @Test
    void makesTheChallengeOfTheStandard() {
        assertThat(Pkce.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void neverAsksTheSameTwice() {
        var again = app.authorization(Set.of(Scope.FLATTR));

        assertThat(again.state()).isNotEqualTo(asked.state());
        assertThat(again.verifier()).isNotEqualTo(asked.verifier());
    }

    @Test
    void cannotAskForWhatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> app.authorization(Set.of(Scope.UNKNOWN)));
    }
}
