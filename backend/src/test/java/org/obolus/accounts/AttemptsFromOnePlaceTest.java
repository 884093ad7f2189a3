package org.obolus.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.problems.Unacceptable;
import org.obolus.web.Neighbourhood;
import org.obolus.web.OneMoreServer;

/** With the limits as they are delivered, on two servers. */
@QuarkusTest
class AttemptsFromOnePlaceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    OneMoreServer servers;

    private final Neighbourhood here = new Neighbourhood("here " + UUID.randomUUID());
    private final Neighbourhood elsewhere = new Neighbourhood("elsewhere " + UUID.randomUUID());
    private final String alice = "alice" + UUID.randomUUID();
    private Attempts attempts;
    private Attempts there;

    @BeforeEach
    void begin() {
        attempts = new Attempts(asDelivered(), servers.limits());
        there = new Attempts(asDelivered(), servers.limits());
    }

    @Test
    void areSlowedDownEvenWhenEveryPasswordIsRight() {
        var logIns = IntStream.range(0, 80)
                .filter(logIn -> logsInAs(attempts, alice + logIn % 3, here))
                .count();

        assertThat(logIns).isBetween(60L, 75L);
        assertThat(logsInAs(attempts, alice, elsewhere)).isTrue();
    }

    @Test
    void doNotCountAgainstTheAccountWhenThePasswordIsRight() {
        IntStream.range(0, 20).forEach(logIn -> logsInAs(attempts, alice, here));

        assertThat(isLetThrough(attempts.logIn(alice, here))).isTrue();
    }

    @Test
    void haveNoMoreTriesOnTwoServersThanOnOne() {
        var tries = IntStream.range(0, 12)
                .filter(guess -> isLetThrough((guess % 2 == 0 ? attempts : there).logIn(alice, here)))
                .count();

        assertThat(tries).isEqualTo(8);
        assertThat(isLetThrough(there.logIn(alice, elsewhere))).isTrue();
    }

    @Test
    void causeNoMoreMailsOnTwoServersThanOnOne() {
        var email = EmailAddress.read(alice + "@mail.example").orElseThrow();

        var mails = IntStream.range(0, 10)
                .filter(mail -> isLetThrough((mail % 2 == 0 ? attempts : there).mail(email, here)))
                .count();

        assertThat(mails).isEqualTo(5);
    }

    private static boolean logsInAs(Attempts attempts, String name, Neighbourhood from) {
        return isLetThrough(attempts.logIn(name, from).chain(() -> attempts.loggedIn(name, from)));
    }

    private static boolean isLetThrough(Uni<Void> attempt) {
        return attempt.replaceWith(true)
                .onFailure(Unacceptable.TooManyRequests.class)
                .recoverWithItem(false)
                .await()
                .atMost(PATIENCE);
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
