package org.obolus.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.obolus.testing.MovedByHand;

/** A server that runs for years has seen many log-ins end. */
class RememberingEndedGrantsTest {

    private final MovedByHand clock = new MovedByHand();
    private final EndedGrants ended = new EndedGrants(null, asDelivered(), clock);

    @Test
    void lastsAsLongAsTheirTokensWould() {
        IntStream.range(0, 1000)
                .forEach(n -> ended.remember(UUID.randomUUID(), clock.instant().plusSeconds(60)));
        ended.remember(UUID.randomUUID(), clock.instant().plusSeconds(120));

        assertThat(ended.remembered()).isEqualTo(1001);
        clock.move(Duration.ofSeconds(61));
        assertThat(ended.remembered()).isEqualTo(1);
        clock.move(Duration.ofSeconds(60));
        assertThat(ended.remembered()).isZero();
    }

    @Test
    void lastsAsLongAsAnyTokenCouldWhereNothingElseIsKnown() {
        ended.add(UUID.randomUUID());

        clock.move(Duration.ofDays(364));
        assertThat(ended.remembered()).isEqualTo(1);
        clock.move(Duration.ofDays(2));
        assertThat(ended.remembered()).isZero();
    }

    @Test
    void isCorrectedByWhatTheDatabaseSays() {
        var grant = UUID.randomUUID();
        ended.add(grant);

        ended.remember(grant, clock.instant().plusSeconds(60));

        clock.move(Duration.ofSeconds(61));
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
}
