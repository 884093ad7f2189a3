package org.obolus.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.TestMailServer;
import org.obolus.web.HookSignature;

@QuarkusTest
@QuarkusTestResource(TestMailServer.class)
class SayingThatSharesWaitTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    WhatIsHeard heard;

    Supplier<List<String>> received;

    @BeforeEach
    void begin() {
        heard.begin(people.person("alice"));
    }

    @AfterEach
    void end() {
        heard.end();
    }

    @Test
    void reachesEachChannelInItsOwnWay() {
        heard.say();

        assertThat(heard.said())
                .extracting(WhatIsHeard.Said::path)
                .containsExactlyInAnyOrder(WhatIsHeard.HOOK, WhatIsHeard.MASTODON, WhatIsHeard.X);
        var words = "3 people have flattred " + heard.site() + ": €25.00 is waiting for whoever that is. ";
        assertThat(URLDecoder.decode(heard.to(WhatIsHeard.MASTODON).body(), StandardCharsets.UTF_8))
                .startsWith("status=" + words);
        assertThat(heard.to(WhatIsHeard.MASTODON).authorization()).isEqualTo("Bearer mastodon-token");
        assertThat(new JsonObject(heard.to(WhatIsHeard.X).body()).getString("text"))
                .startsWith(words);
        assertThat(heard.to(WhatIsHeard.X).authorization())
                .matches("OAuth oauth_consumer_key=\"x-application\", .*oauth_signature=\".+%3D\", .*"
                        + "oauth_token=\"x-account\", oauth_version=\"1.0\"")
                .doesNotContain("secret");
    }

    @Test
    void writesToTheOperatorInPlainText() {
        heard.say();

        assertThat(heard.mailsToTheOperator(received.get()))
                .singleElement()
                .asString()
                .contains(
                        "Subject: Something waits for " + heard.site(), "Auto-Submitted: auto-generated", "text/plain")
                .contains("3 people have flattred " + heard.site(), "25.00", "site:" + heard.site())
                .doesNotContain("text/html", "multipart");
    }

    @Test
    void mentionsOnMastodonWhoeverIsThere() {
        heard.waitingFor("mastodon:social.example", "mona", "Mona @stranger@elsewhere.example");

        heard.say();

        assertThat(heard.posted()).startsWith("3 people have flattred @mona@social.example: €25.00 is waiting");
        assertThat(heard.tweeted()).startsWith("3 people have flattred mona on social.example: ");
    }

    @Test
    void mentionsOnXWhoeverIsThere() {
        heard.waitingFor("twitter", "xenia_7", "Xenia");

        heard.say();

        assertThat(heard.tweeted()).startsWith("3 people have flattred @xenia_7: €25.00 is waiting");
        assertThat(heard.posted()).startsWith("3 people have flattred xenia_7 on X: ");
    }

    @Test
    void callsWhoeverIsElsewhereByName() {
        heard.waitingFor("github", "octavia", "Octavia, see @stranger");

        heard.say();

        assertThat(heard.posted()).startsWith("3 people have flattred octavia on GitHub: ");
        assertThat(heard.tweeted()).startsWith("3 people have flattred octavia on GitHub: ");
        assertThat(heard.mailsToTheOperator(received.get()))
                .singleElement()
                .asString()
                .contains("Something waits for octavia on GitHub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@stranger@elsewhere.example", "see https://spam.example", "an ordinary name"})
    void saysNothingThatSomebodyHasMadeOutOfTheirHandle(String handle) {
        heard.waitingFor("mastodon:social.example", handle, "Mallory");

        heard.say();

        assertThat(heard.posted()).startsWith("3 people have flattred somebody on social.example: ");
    }

    @Test
    void makesNoLinkOfAHandle() {
        heard.waitingFor("mastodon:social.example", "spam.example", "Mallory");

        heard.say();

        assertThat(heard.tweeted()).startsWith("3 people have flattred somebody on social.example: ");
    }

    @Test
    void mentionsNobodyUnderAHandleThatSomebodyElseHasNow() {
        heard.waitingFor("twitter", "xenia_8", "Xenia");
        books.run("update platform_users set seen_at = seen_at - interval '1 day' where handle = 'xenia_8'");
        heard.seen("twitter", "Xenia_8", "Another");

        heard.say();

        assertThat(heard.tweeted()).startsWith("3 people have flattred somebody on X: ");
    }

    @Test
    void signsWhatItTellsPrograms() {
        heard.say();

        var told = heard.to(WhatIsHeard.HOOK);
        assertThat(told.signature())
                .isEqualTo(
                        HookSignature.of(WhatIsHeard.SECRET, told.id(), Long.parseLong(told.timestamp()), told.body()));
        var data = new JsonObject(told.body()).getJsonObject("data");
        assertThat(data.getString("identity")).isEqualTo("site:" + heard.site());
        assertThat(data.getLong("waiting_micros")).isEqualTo(25_000_000);
        assertThat(data.getLong("supporters")).isEqualTo(3);
    }

    @Test
    void tellsProgramsWhoItIsByTheNameThatStatementsHave() {
        heard.waitingFor("mastodon:social.example", "mona", "Mona");

        heard.say();

        assertThat(new JsonObject(heard.to(WhatIsHeard.HOOK).body())
                        .getJsonObject("data")
                        .getString("shown"))
                .isEqualTo("Mona, @mona@social.example on Mastodon");
    }
}
