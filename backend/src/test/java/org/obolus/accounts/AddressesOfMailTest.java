package org.obolus.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.web.WebUrl;

class AddressesOfMailTest {

    @ParameterizedTest
    @CsvSource({
        "alice@faß.example, alice@xn--fa-hia.example",
        "alice@fass.example, alice@fass.example",
        "alice@βόλος.example, alice@xn--nxasmm1c.example",
        "Alice@BÜCHER.example, Alice@xn--bcher-kva.example",
        "alice@bücher。example, alice@xn--bcher-kva.example",
        "alice@XN--FA-HIA.example, alice@xn--fa-hia.example",
        "alice@Mail.Example, alice@mail.example"
    })
    void areReadAtTheDomainThatBrowsersWouldOpen(String written, String address) {
        var host = WebUrl.of("https://" + written.substring("alice@".length())).host();

        assertThat(EmailAddress.of(written)).hasToString(address);
        assertThat(address).endsWith("@" + host);
    }

    @Test
    void areDifferentPeoplesAtDifferentDomains() {
        assertThat(EmailAddress.of("alice@faß.example").key())
                .isNotEqualTo(EmailAddress.of("alice@fass.example").key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@",
                "alice@mail",
                "alice@m%61il.example",
                "alice@a..example",
                "alice@-a.example",
                "alice@127.0.0.1",
                "alice@[127.0.0.1]",
                "alice@\u202email.example",
                "alice@aא.example",
                "alice@mail.example."
            })
    void areNoneWhereNoMailCouldBeSent(String written) {
        assertThat(EmailAddress.read(written)).isEmpty();
    }
}
