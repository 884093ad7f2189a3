package org.obolus.accounts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.obolus.problems.Unacceptable;
import org.obolus.web.Neighbourhood;

class AttemptsFromOnePlaceTest {

    private static final Neighbourhood HERE = new Neighbourhood("192.0.2.7");
    private static final Neighbourhood ELSEWHERE = new Neighbourhood("192.0.2.8");

    private final Attempts attempts = new Attempts(asDelivered(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void areSlowedDownEvenWhenEveryPasswordIsRight() {
        IntStream.range(0, 60).forEach(logIn -> logsInAs("alice" + logIn % 3, HERE));

        assertThatThrownBy(() -> logsInAs("alice", HERE)).isInstanceOf(Unacceptable.TooManyRequests.class);
        assertThatCode(() -> logsInAs("alice", ELSEWHERE)).doesNotThrowAnyException();
    }

    @Test
    void doNotCountAgainstTheAccountWhenThePasswordIsRight() {
        IntStream.range(0, 20).forEach(logIn -> logsInAs("alice", HERE));

        assertThatCode(() -> attempts.logIn("alice", HERE)).doesNotThrowAnyException();
    }

    private void logsInAs(String name, Neighbourhood here) {
        attempts.logIn(name, here);
        attempts.loggedIn(name, here);
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
