package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.AccountsConfig;
import org.obolus.accounts.EmailAddress;

@QuarkusTest
class SealedAddressesTest {

    private static final EmailAddress ALICE = EmailAddress.of("alice@mail.example");

    @Inject
    InstanceSecrets secrets;

    @Inject
    AccountsConfig config;

    @Inject
    SealedAddresses sealed;

    @Test
    void areOpenedAsTheyWere() {
        assertThat(sealed.open(sealed.seal(ALICE))).contains(ALICE);
    }

    @Test
    void areOverWithAMailedLink() {
        var later = Clock.offset(Clock.systemUTC(), config.mailedLinkLasts().plusSeconds(1));
        var written = sealed.seal(ALICE);

        assertThatThrownBy(() -> new SealedAddresses(secrets, later, config).open(written))
                .isInstanceOf(PersonRefused.SealOver.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sealed:", "sealed:short", "email:alice@mail.example", "github:user:id:1"})
    void areNotWhatIsNotSealed(String written) {
        assertThat(sealed.open(written)).isEmpty();
    }
}
