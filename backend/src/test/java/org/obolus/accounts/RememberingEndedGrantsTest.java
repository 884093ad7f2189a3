package org.obolus.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A server that runs for years has seen many log-ins end. */
class RememberingEndedGrantsTest {

    private final MovedByHand clock = new MovedByHand();
    private final EndedGrants ended = new EndedGrants(null, asDelivered(), clock);

    @Test
    void lastsAsLongAsTheirTokensWould() {
        IntStream.range(0, 1000).forEach(n -> ended.remember(UUID.randomUUID(), clock.now.plusSeconds(60)));
        ended.remember(UUID.randomUUID(), clock.now.plusSeconds(120));

        assertThat(ended.remembered()).isEqualTo(1001);
        clock.now = clock.now.plusSeconds(61);
        assertThat(ended.remembered()).isEqualTo(1);
        clock.now = clock.now.plusSeconds(60);
        assertThat(ended.remembered()).isZero();
    }

    @Test
    void lastsAsLongAsAnyTokenCouldWhereNothingElseIsKnown() {
        ended.add(UUID.randomUUID());

        clock.now = clock.now.plus(Duration.ofDays(364));
        assertThat(ended.remembered()).isEqualTo(1);
        clock.now = clock.now.plus(Duration.ofDays(2));
        assertThat(ended.remembered()).isZero();
    }

    @Test
    void isCorrectedByWhatTheDatabaseSays() {
        var grant = UUID.randomUUID();
        ended.add(grant);

        ended.remember(grant, clock.now.plusSeconds(60));

        clock.now = clock.now.plusSeconds(61);
        assertThat(ended.remembered()).isZero();
    }

    private static AccountsConfig asDelivered() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withMapping(AccountsConfig.class)
                .build()
                .getConfigMapping(AccountsConfig.class);
    }

    private static final class MovedByHand extends Clock {

        private Instant now = Instant.parse("2026-11-28T12:00:00Z");

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
