package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class APaymentLinkTest {

    private static final PaymentLink LINK = PaymentLink.of(
            URI.create("https://obolus.example"),
            Flattrable.at(URI.create("https://blog.example/bread")).by("alice"));
    private static final String ATTRIBUTES = " rel=\"payment\" type=\"text/html\" href=\"https://obolus.example"
            + "/submit/auto?user_id=alice&amp;url=https%3A%2F%2Fblog.example%2Fbread\"";

    @Test
    void standsInTheHeadOfAPage() {
        assertThat(LINK.html()).isEqualTo("<link" + ATTRIBUTES + ">");
    }

    @Test
    void standsInFeeds() {
        assertThat(LINK.atom()).isEqualTo("<link" + ATTRIBUTES + "/>");
        assertThat(LINK.rss()).isEqualTo("<atom:link" + ATTRIBUTES + "/>");
    }
}
