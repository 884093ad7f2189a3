package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.problems.Unacceptable;

class LimitingByKeyTest {

    private final MovedByHand clock = new MovedByHand();
    private final RateLimit limit = new RateLimit(2, Duration.ofMinutes(1), clock);

    @Test
    void letsABurstThroughAndThenSaysWhenToComeBack() {
        limit.take("alice");
        limit.take("alice");

        assertThatThrownBy(() -> limit.take("alice"))
                .isInstanceOfSatisfying(
                        Unacceptable.TooManyRequests.class,
                        refused -> assertThat(refused.members()).containsEntry("retry_after", 61L));
    }

    @Test
    void letsOneMoreThroughAfterTheInterval() {
        limit.take("alice");
        limit.take("alice");
        clock.now = clock.now.plusSeconds(60);

        limit.take("alice");

        assertThatThrownBy(() -> limit.take("alice")).isInstanceOf(Unacceptable.TooManyRequests.class);
    }

    @Test
    void keepsKeysApart() {
        limit.take("alice");
        limit.take("alice");

        assertThatCode(() -> limit.take("bob")).doesNotThrowAnyException();
    }

    @Test
    void givesBackWhatWasHarmless() {
        limit.take("alice");
        limit.take("alice");
        limit.giveBack("alice");

        assertThatCode(() -> limit.take("alice")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2ff:3:4:5:6, 20010db8000102",
        "2001:db8:1:200::1, 20010db8000102",
        "2001:db8:1:300::1, 20010db8000103",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7"
    })
    void countsAnIpv6NetworkAsOne(String host, String counted) {
        assertThat(Neighbourhood.coarse(host)).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,                       /dashboard
            '',                      /dashboard
            /things/7?month=2026-11, /things/7?month=2026-11
            things,                  /dashboard
            //evil.example,          /dashboard
            /\\evil.example,         /dashboard
            https://evil.example/,   /dashboard
            javascript:alert(1),     /dashboard
            """)
    void goesOnOnlyToPagesOfThisServer(String written, String path) {
        assertThat(NextPage.of(written)).hasToString(path);
    }

    @Test
    void doesNotGoOnPastATabThatBrowsersLeaveOut() {
        assertThat(NextPage.of("/\t/evil.example")).hasToString("/dashboard");
    }

    private static final class MovedByHand extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
