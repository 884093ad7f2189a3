package org.obolus.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.obolus.problems.Unacceptable;

class HashingPasswordsTest {

    @Test
    void writesTheParametersBesideTheHash() {
        var written = Argon2id.hash(Password.typed("three blue kettles"));

        assertThat(written).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void neverGivesTheSameHashTwice() {
        var password = Password.typed("three blue kettles");

        assertThat(Argon2id.hash(password)).isNotEqualTo(Argon2id.hash(password));
    }

    @Test
    void knowsThePasswordAgain() {
        var written = Argon2id.hash(Password.typed("three blue kettles"));

        assertThat(Argon2id.matches(Password.typed("three blue kettles"), written))
                .isTrue();
        assertThat(Argon2id.matches(Password.typed("three blue kettle"), written))
                .isFalse();
    }

    @Test
    void doesNotMindHowAKeyboardComposesLetters() {
        var written = Argon2id.hash(Password.typed("gr\u00fcne t\u00f6pfe"));

        assertThat(Argon2id.matches(Password.typed("gru\u0308ne to\u0308pfe"), written))
                .isTrue();
    }

    @Test
    void checksWithTheParametersThatWereWritten() {
        var lighter = "$argon2id$v=19$m=64,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$c29tZWhhc2hzb21laGFzaA";

        assertThat(Argon2id.matches(Password.typed("anything"), lighter)).isFalse();
    }

    @Test
    void takesWhatIsNoHashForAnotherPassword() {
        assertThat(Argon2id.matches(Password.typed("none"), "none")).isFalse();
    }

    @Test
    void takesWhatIsLongerThanAnyPasswordForAWrongOne() {
        var tooLong = "x".repeat(801);

        assertThat(Argon2id.matches(Password.typed(tooLong), Argon2id.hash(new Password(tooLong))))
                .isFalse();
    }

    @Test
    void composesNoLettersOfWhatIsTooLongForAPassword() {
        var marks = "a" + "\u0315\u0300".repeat(200_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            Password.typed(marks);
            assertThatThrownBy(() -> Password.chosen("password", marks, "alice"))
                    .isInstanceOf(Unacceptable.Invalid.class)
                    .hasMessage("A password has 8 to 200 characters; this one has 400001.");
        });
    }

    @Test
    void neverShowsAPassword() {
        assertThat(Password.typed("three blue kettles")).hasToString("(a password)");
    }
}
