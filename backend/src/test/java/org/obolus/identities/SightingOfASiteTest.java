package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.AccountId;
import org.obolus.web.FetchRefused;
import org.obolus.web.Fetched;
import org.obolus.web.FetchesInTests;
import org.obolus.web.WebUrl;

class SightingOfASiteTest {

    private static final WebUrl SECURE = WebUrl.of("https://blog.example/");
    private static final WebUrl PLAIN = WebUrl.of("http://blog.example/");
    private static final Sought ALICE = Sought.of(new AccountId(1), "alice", "a");
    private static final Sought BOB = Sought.of(new AccountId(2), "bob", "b");

    @Test
    void isWholeWhenEitherSchemeAnswered() {
        var sighting = Sighting.NOTHING
                .with("_obolus.blog.example", Map.of())
                .with(SECURE, Place.HOME_PAGE, silence())
                .with(PLAIN, Place.HOME_PAGE, page(404), Set.of(ALICE, BOB), Map.of());

        assertThat(sighting.isWhole()).isTrue();
        assertThat(sighting.isAnswered()).isTrue();
    }

    @Test
    void isNotWholeWhileTheRecordsOfOneNameAreUnknown() {
        var sighting = Sighting.NOTHING
                .with("_obolus.blog.example", Map.of())
                .with("blog.example", silence())
                .with(SECURE, Place.HOME_PAGE, page(404), Set.of(ALICE, BOB), Map.of());

        assertThat(sighting.isWhole()).isFalse();
    }

    @Test
    void isNotWholeWhereTheServerIsInTrouble() {
        for (var status : new int[] {500, 503, 429}) {
            var sighting = Sighting.NOTHING.with(SECURE, Place.FILE, page(status), Set.of(ALICE, BOB), Map.of());

            assertThat(sighting.isWhole()).isFalse();
            assertThat(sighting.isAnswered()).isTrue();
        }
    }

    @Test
    void keepsTheStrongestProofOfEach() {
        var sighting = Sighting.NOTHING
                .with("_obolus.blog.example", Map.of(ALICE, Proof.DNS))
                .with(SECURE, Place.FILE, page(200), Set.of(ALICE, BOB), Map.of(ALICE, Proof.FILE, BOB, Proof.FILE));

        assertThat(sighting.proof(ALICE)).contains(Proof.DNS);
        assertThat(sighting.isStrongerFor(ALICE, BOB)).isTrue();
        assertThat(sighting.isStrongerFor(BOB, ALICE)).isFalse();
    }

    @Test
    void findsNobodyStrongerWhoseProofIsTheSame() {
        var sighting = Sighting.NOTHING.with(
                SECURE, Place.FILE, page(200), Set.of(ALICE, BOB), Map.of(ALICE, Proof.FILE, BOB, Proof.FILE));

        assertThat(sighting.isStrongerFor(BOB, ALICE)).isFalse();
        assertThat(sighting.isStrongerFor(ALICE, BOB)).isFalse();
    }

    private static Fetched page(int status) {
        return new Fetched(status, "text/html", new byte[0], SECURE);
    }

    private static FetchRefused silence() {
        return FetchesInTests.silenceOf(SECURE);
    }
}
