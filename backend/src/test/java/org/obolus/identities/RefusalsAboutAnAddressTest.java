package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obolus.problems.Problem;

/** Nothing that could be compared with another hash of the same address leaves this server. */
class RefusalsAboutAnAddressTest {

    private static final IdentityName SOMEBODY = IdentityName.ofEmail("0123456789abcdef".repeat(4));

    static Stream<Problem> refusals() {
        return Stream.of(
                IdentityRefused.OwnedByAnother.of(SOMEBODY),
                IdentityRefused.Contested.of(SOMEBODY, Instant.EPOCH),
                new IdentityRefused.OptOutStands(SOMEBODY, "email"),
                new IdentityRefused.NoContest(SOMEBODY),
                new IdentityRefused.NotInContest(SOMEBODY));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void nameItsKindOnly(Problem refused) {
        assertThat(refused.getMessage() + refused.members())
                .doesNotContain(SOMEBODY.value(), SOMEBODY.key(), SOMEBODY.key().substring(0, 8));
    }
}
