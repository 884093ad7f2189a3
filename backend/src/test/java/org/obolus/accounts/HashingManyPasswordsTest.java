package org.obolus.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.obolus.problems.Unacceptable;

@QuarkusTest
class HashingManyPasswordsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    PasswordHashes hashes;

    @Test
    void refusesQuicklyWhatWouldWaitTooLongAndGoesOnAfterwards() {
        var many = IntStream.range(0, 80)
                .mapToObj(one -> hashes.hash(Password.typed("three blue kettles"))
                        .map(hash -> "hashed")
                        .onFailure(Unacceptable.Overloaded.class)
                        .recoverWithItem("refused"))
                .toList();

        var answers = outcomes(many);

        assertThat(answers).hasSize(80).containsOnly("hashed", "refused");
        assertThat(answers.stream().filter("hashed"::equals)).hasSizeGreaterThanOrEqualTo(66);
        assertThat(outcomes(List.of(hashes.hash(Password.typed("afterwards"))))).hasSize(1);
    }

    private static <T> List<T> outcomes(List<Uni<T>> many) {
        return Uni.join().all(many).andFailFast().await().atMost(PATIENCE);
    }
}
