package org.obolus.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.database.Outbox;
import org.obolus.database.Transactions;
import org.obolus.identities.PlatformPeople;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.TestMailServer;
import org.obolus.web.GuardedClient;
import org.obolus.web.Written;

@QuarkusTest
@QuarkusTestResource(TestMailServer.class)
class KeepingSilentThatSharesWaitTest {

    private static final String GIVEN_UP =
            "select count(*) from outbox where kind = 'notice' and given_up_at is not null";

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    WhatIsHeard heard;

    @Inject
    FindNotices find;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Any
    @Inject
    Instance<NoticeChannel> channels;

    @Inject
    PlatformPeople names;

    @Inject
    Written written;

    @Inject
    GuardedClient client;

    @Inject
    SendNotices send;

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
    void keepsSilentWhileFewerPeopleGaveIt() {
        books.run("update most_wanted set supporters = 2");
        heard.say();
        assertThat(heard.said()).isEmpty();
        books.run("update most_wanted set supporters = 3");

        heard.say();

        assertThat(heard.said()).hasSize(3);
    }

    @Test
    void keepsSilentWhileFewerPeopleGaveItThanMayBeToldWhateverTheOperatorSays() {
        var carelessly = new FindNotices(
                transactions,
                outbox,
                new NoticesInTests("", "", "", 1),
                channels,
                names,
                written,
                "http://obolus.example");
        books.run("update most_wanted set supporters = 2");

        heard.find(carelessly);
        heard.send();
        assertThat(heard.said()).isEmpty();
        books.run("update most_wanted set supporters = 3");
        heard.find(carelessly);
        heard.send();

        assertThat(heard.said()).hasSize(3);
    }

    @Test
    void speaksOnceOfEach() {
        heard.say();
        heard.waiting("99.00");

        heard.say();

        assertThat(heard.said()).hasSize(3);
        assertThat(heard.mailsToTheOperator(received.get())).hasSize(1);
    }

    @Test
    void keepsSilentBelowTheAmount() {
        heard.waiting("19.99");

        heard.say();

        assertThat(heard.said()).isEmpty();
    }

    @Test
    void neverSpeaksOfWhoeverHasOptedOutNotEvenAfterwards() {
        heard.optOut();
        books.run("update identities set opted_out_at = null where name = ?", "site:" + heard.site());
        heard.waiting("25.00");

        heard.say();

        assertThat(heard.said()).isEmpty();
    }

    @Test
    void dropsWhatIsOnItsWayWhenSomebodyOptsOut() {
        heard.find();
        heard.optOut();

        heard.send();

        assertThat(heard.said()).isEmpty();
        assertThat(heard.mailsToTheOperator(received.get())).isEmpty();
        assertThat(books.number("select count(*) from outbox where kind = 'notice' and sent_at is null"))
                .isZero();
    }

    @Test
    void dropsWhatIsOnItsWayWhenNothingWaitsAnyMore() {
        heard.find();
        books.run("delete from most_wanted");

        heard.send();

        assertThat(heard.said()).isEmpty();
        assertThat(heard.mailsToTheOperator(received.get())).isEmpty();
    }

    @Test
    void givesAPostUpWhoseAnswerIsLostBeforeThePlatformCouldMakeItTwice() {
        try (var platform = LittleSite.named("platform").holdBack("/")) {
            heard.find();
            losesItsAnswer(platform);
            assertThat(books.number(GIVEN_UP)).isZero();
            passAlmostAnHour();

            losesItsAnswer(platform);

            assertThat(platform.visits()).hasSize(2);
            assertThat(books.number(GIVEN_UP)).isOne();
        }
    }

    @Test
    void givesItUpThenAlsoWhereThePlatformHasRefusedItSince() {
        try (var platform = LittleSite.named("platform").holdBack("/")) {
            heard.find();
            losesItsAnswer(platform);
            passAlmostAnHour();
            heard.answer(503);

            heard.send();

            assertThat(heard.said()).hasSize(1);
            assertThat(books.number(GIVEN_UP)).isOne();
        }
    }

    private void passAlmostAnHour() {
        books.run("update outbox set due_at = now(), try_until = try_until - interval '49 minutes 45 seconds'"
                + " where kind = 'notice'");
    }

    private void losesItsAnswer(LittleSite platform) {
        send.send(List.of(new LostAnswers(client, platform.address("/"))))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    @Test
    void triesAgainWhatWasNotTaken() {
        heard.answer(503);
        heard.say();
        heard.answer(200);
        books.run("update outbox set due_at = now() where kind = 'notice'");

        heard.send();

        assertThat(heard.said()).hasSize(6);
        assertThat(heard.said().stream()
                        .filter(told -> told.path().equals(WhatIsHeard.HOOK))
                        .map(WhatIsHeard.Said::id)
                        .distinct())
                .hasSize(1);
        assertThat(books.number("select count(*) from outbox where kind = 'notice' and sent_at is null"))
                .isZero();
    }

    @Test
    void isOffUnlessAnOperatorSwitchesItOn() {
        find.run().await().atMost(Duration.ofSeconds(30));

        assertThat(books.number("select count(*) from outbox where kind = 'notice'"))
                .isZero();
    }
}
