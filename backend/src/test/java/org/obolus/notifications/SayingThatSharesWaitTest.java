package org.obolus.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.identities.Identities;
import org.obolus.identities.IdentityName;
import org.obolus.identities.SiteHost;
import org.obolus.money.Money;
import org.obolus.testing.Books;
import org.obolus.testing.Eventually;
import org.obolus.testing.Person;
import org.obolus.testing.TestMailServer;
import org.obolus.web.GuardedClient;
import org.obolus.web.HookSignature;

@QuarkusTest
@QuarkusTestResource(TestMailServer.class)
class SayingThatSharesWaitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOOK = "/told";
    private static final String MASTODON = "/api/v1/statuses";
    private static final String X = "/2/tweets";
    private static final Vertx VERTX = Vertx.vertx();
    private static final byte[] SECRET = "a secret of twenty-four b".getBytes(StandardCharsets.US_ASCII);

    private record Said(
            String path, String authorization, String id, String timestamp, String signature, String body) {}

    /** Platforms that take their time. */
    private static final class SlowChannels {

        private final List<String> names;
        private final List<String> said = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> goOn = new CompletableFuture<>();

        SlowChannels(List<String> names) {
            this.names = names;
        }

        List<NoticeChannel> all() {
            return names.stream().map(this::channel).toList();
        }

        private NoticeChannel channel(String name) {
            return new NoticeChannel() {
                @Override
                public String name() {
                    return name;
                }

                @Override
                public boolean isOn() {
                    return true;
                }

                @Override
                public Uni<Integer> say(Notice notice, String id) {
                    said.add(id);
                    return Uni.createFrom().completionStage(goOn);
                }
            };
        }
    }

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    Identities identities;

    @Inject
    FindNotices find;

    @Inject
    SendNotices send;

    @Inject
    GuardedClient client;

    @Inject
    Posts posts;

    @Inject
    MailsConfig mails;

    @Inject
    ReactiveMailer mailer;

    Supplier<List<String>> received;

    private final String mailbox = UUID.randomUUID() + "@operator.example";

    @Inject
    Clock clock;

    private final List<Said> said = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private HttpServer server;
    private List<NoticeChannel> channels;
    private Person alice;
    private String site;

    @BeforeEach
    void listen() {
        server = VERTX.createHttpServer()
                .requestHandler(this::hear)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var config = new NoticesInTests(
                "http://notices.localhost:" + server.actualPort(),
                "whsec_" + Base64.getEncoder().encodeToString(SECRET),
                mailbox);
        channels = List.of(
                new HookChannel(config, client, clock),
                new MastodonChannel(config, posts),
                new XChannel(config, posts),
                new MailChannel(config, mails, mailer));
        alice = people.person("alice");
        site = "notice" + alice.id() + ".example";
        books.run("delete from outbox where kind = 'notice'");
        books.run("insert into notices (identity_id, spoken_at) select identity_id, now() from most_wanted"
                + " on conflict do nothing");
        waiting("25.00");
    }

    @AfterEach
    void end() {
        books.run("delete from most_wanted");
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void reachesEachChannelInItsOwnWay() {
        say();

        assertThat(said).extracting(Said::path).containsExactlyInAnyOrder(HOOK, MASTODON, X);
        var words = "3 people have flattred " + site + ": €25.00 is waiting for whoever that is. ";
        assertThat(URLDecoder.decode(to(MASTODON).body(), StandardCharsets.UTF_8))
                .startsWith("status=" + words);
        assertThat(to(MASTODON).authorization()).isEqualTo("Bearer mastodon-token");
        assertThat(new JsonObject(to(X).body()).getString("text")).startsWith(words);
        assertThat(to(X).authorization()).isEqualTo("Bearer x-token");
    }

    @Test
    void writesToTheOperatorInPlainText() {
        say();

        assertThat(mailsToTheOperator())
                .singleElement()
                .asString()
                .contains("Subject: Something waits for " + site, "Auto-Submitted: auto-generated", "text/plain")
                .contains("3 people have flattred " + site, "25.00", "site:" + site)
                .doesNotContain("text/html", "multipart");
    }

    @Test
    void mentionsOnMastodonWhoeverIsThere() {
        waitingFor("mastodon:social.example", "mona", "Mona @stranger@elsewhere.example");

        say();

        assertThat(posted()).startsWith("3 people have flattred @mona@social.example: €25.00 is waiting");
        assertThat(tweeted()).startsWith("3 people have flattred mona on social.example: ");
    }

    @Test
    void mentionsOnXWhoeverIsThere() {
        waitingFor("twitter", "xenia_7", "Xenia");

        say();

        assertThat(tweeted()).startsWith("3 people have flattred @xenia_7: €25.00 is waiting");
        assertThat(posted()).startsWith("3 people have flattred xenia_7 on X: ");
    }

    @Test
    void callsWhoeverIsElsewhereByName() {
        waitingFor("github", "octavia", "Octavia, see @stranger");

        say();

        assertThat(posted()).startsWith("3 people have flattred octavia on GitHub: ");
        assertThat(tweeted()).startsWith("3 people have flattred octavia on GitHub: ");
        assertThat(mailsToTheOperator()).singleElement().asString().contains("Something waits for octavia on GitHub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@stranger@elsewhere.example", "see https://spam.example", "an ordinary name"})
    void saysNothingThatSomebodyHasMadeOutOfTheirHandle(String handle) {
        waitingFor("mastodon:social.example", handle, "Mallory");

        say();

        assertThat(posted()).startsWith("3 people have flattred somebody on social.example: ");
    }

    @Test
    void makesNoLinkOfAHandle() {
        waitingFor("mastodon:social.example", "spam.example", "Mallory");

        say();

        assertThat(tweeted()).startsWith("3 people have flattred somebody on social.example: ");
    }

    @Test
    void mentionsNobodyUnderAHandleThatSomebodyElseHasNow() {
        waitingFor("twitter", "xenia_8", "Xenia");
        books.run("update platform_users set seen_at = seen_at - interval '1 day' where handle = 'xenia_8'");
        seen("twitter", "Xenia_8", "Another");

        say();

        assertThat(tweeted()).startsWith("3 people have flattred somebody on X: ");
    }

    @Test
    void keepsSilentWhileFewerPeopleGaveIt() {
        books.run("update most_wanted set supporters = 2");
        say();
        assertThat(said).isEmpty();
        books.run("update most_wanted set supporters = 3");

        say();

        assertThat(said).hasSize(3);
    }

    @Test
    void signsWhatItTellsPrograms() {
        say();

        var told = to(HOOK);
        assertThat(told.signature())
                .isEqualTo(HookSignature.of(SECRET, told.id(), Long.parseLong(told.timestamp()), told.body()));
        var data = new JsonObject(told.body()).getJsonObject("data");
        assertThat(data.getString("identity")).isEqualTo("site:" + site);
        assertThat(data.getLong("waiting_micros")).isEqualTo(25_000_000);
        assertThat(data.getLong("supporters")).isEqualTo(3);
    }

    @Test
    void speaksOnceOfEach() {
        say();
        waiting("99.00");

        say();

        assertThat(said).hasSize(3);
        assertThat(mailsToTheOperator()).hasSize(1);
    }

    @Test
    void keepsSilentBelowTheAmount() {
        waiting("19.99");

        say();

        assertThat(said).isEmpty();
    }

    @Test
    void neverSpeaksOfWhoeverHasOptedOutNotEvenAfterwards() {
        optOut();
        books.run("update identities set opted_out_at = null where name = ?", "site:" + site);
        waiting("25.00");

        say();

        assertThat(said).isEmpty();
    }

    @Test
    void dropsWhatIsOnItsWayWhenSomebodyOptsOut() {
        find.find(Money.of("20.00"), names()).await().atMost(PATIENCE);
        optOut();

        send.send(channels).await().atMost(PATIENCE);

        assertThat(said).isEmpty();
        assertThat(mailsToTheOperator()).isEmpty();
        assertThat(books.number("select count(*) from outbox where kind = 'notice' and sent_at is null"))
                .isZero();
    }

    @Test
    void triesAgainWhatWasNotTaken() {
        answer = 503;
        say();
        answer = 200;
        books.run("update outbox set due_at = now() where kind = 'notice'");

        send.send(channels).await().atMost(PATIENCE);

        assertThat(said).hasSize(6);
        assertThat(said.stream()
                        .filter(told -> told.path().equals(HOOK))
                        .map(Said::id)
                        .distinct())
                .hasSize(1);
        assertThat(books.number("select count(*) from outbox where kind = 'notice' and sent_at is null"))
                .isZero();
    }

    @Test
    void saysFourThingsAtATimeAndNoneOfThemTwiceWhileSomebodyIsAtIt() {
        waitingFor("github", "octavia", "Octavia");
        find.find(Money.of("20.00"), names()).await().atMost(PATIENCE);
        waitingFor("github", "olaf", "Olaf");
        find.find(Money.of("20.00"), names()).await().atMost(PATIENCE);
        var slow = new SlowChannels(names());
        var first = send.send(slow.all()).subscribe().asCompletionStage();
        Eventually.holds("the first is being said", () -> !slow.said.isEmpty());

        send.send(channels).await().atMost(PATIENCE);
        assertThat(said.size() + mailsToTheOperator().size()).isEqualTo(4);
        send.send(channels).await().atMost(PATIENCE);
        assertThat(said.size() + mailsToTheOperator().size()).isEqualTo(4);

        slow.goOn.complete(200);
        first.join();
        assertThat(slow.said).hasSize(4).doesNotHaveDuplicates();
        assertThat(books.number("select count(*) from outbox where kind = 'notice' and sent_at is null"))
                .isZero();
    }

    @Test
    void leavesToOthersWhatWasBegunByWhoeverHasDied() {
        find.find(Money.of("20.00"), names()).await().atMost(PATIENCE);
        var slow = new SlowChannels(names());
        send.send(slow.all()).subscribe().asCompletionStage();
        Eventually.holds("the first is being said", () -> !slow.said.isEmpty());
        assertThat(books.number("select count(*) from outbox where kind = 'notice' and sent_at is null"
                        + " and due_at between now() + interval '4 minutes' and now() + interval '5 minutes'"))
                .isEqualTo(4);

        books.run("update outbox set due_at = due_at - interval '5 minutes' where kind = 'notice'");
        send.send(channels).await().atMost(PATIENCE);

        assertThat(said).hasSize(3);
        assertThat(mailsToTheOperator()).hasSize(1);
    }

    @Test
    void isOffUnlessAnOperatorSwitchesItOn() {
        find.run().await().atMost(PATIENCE);

        assertThat(books.number("select count(*) from outbox where kind = 'notice'"))
                .isZero();
    }

    private Said to(String path) {
        return said.stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow();
    }

    private void say() {
        find.find(Money.of("20.00"), names()).await().atMost(PATIENCE);
        send.send(channels).await().atMost(PATIENCE);
    }

    private List<String> names() {
        return channels.stream().map(NoticeChannel::name).toList();
    }

    private void optOut() {
        identities.optOut(IdentityName.of(SiteHost.of(site)), "file").await().atMost(PATIENCE);
    }

    private void waiting(String amount) {
        books.thingOfNobody(site);
        books.run(
                "insert into most_wanted (identity_id, supporters, held) select id, 3, ? from identities where name = ?"
                        + " on conflict (identity_id) do update set held = excluded.held",
                Books.micros(amount),
                "site:" + site);
    }

    /** Instead of the site that is waited for else. */
    private void waitingFor(String platform, String handle, String displayName) {
        books.run("delete from most_wanted");
        books.run(
                "insert into most_wanted (identity_id, supporters, held) values (?, 3, ?)",
                seen(platform, handle, displayName),
                Books.micros("25.00"));
    }

    private long seen(String platform, String handle, String displayName) {
        var user = UUID.randomUUID().toString();
        books.thingOfIdentity(platform + ":user:id:" + user);
        return books.number("""
                insert into platform_users (identity_id, platform, user_id, handle, display_name, profile, seen_at)
                select id, ?, ?, ?, ?, 'https://profile.example/', calendar_now() from identities where name = ?
                returning identity_id""", platform, user, handle, displayName, platform + ":user:id:" + user);
    }

    private String posted() {
        return URLDecoder.decode(to(MASTODON).body(), StandardCharsets.UTF_8).replaceFirst("^status=", "");
    }

    private String tweeted() {
        return new JsonObject(to(X).body()).getString("text");
    }

    private List<String> mailsToTheOperator() {
        return received.get().stream().filter(mail -> mail.contains(mailbox)).toList();
    }

    private void hear(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            said.add(new Said(
                    request.path(),
                    request.getHeader("Authorization"),
                    request.getHeader("webhook-id"),
                    request.getHeader("webhook-timestamp"),
                    request.getHeader("webhook-signature"),
                    body.toString()));
            request.response().setStatusCode(answer).end("{}");
        });
    }
}
