package org.obolus.notifications;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.obolus.identities.Identities;
import org.obolus.identities.IdentityName;
import org.obolus.identities.SiteHost;
import org.obolus.money.Money;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.web.GuardedClient;

/** An operator who has it said everywhere that something waits, and a server on this machine that hears all of it. */
@ApplicationScoped
class WhatIsHeard {

    static final String HOOK = "/told";
    static final String MASTODON = "/api/v1/statuses";
    static final String X = "/2/tweets";
    static final byte[] SECRET = "a secret of twenty-four b".getBytes(StandardCharsets.US_ASCII);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Vertx VERTX = Vertx.vertx();

    private final Books books;
    private final Identities identities;
    private final FindNotices find;
    private final SendNotices send;
    private final GuardedClient client;
    private final Posts posts;
    private final MailsConfig mails;
    private final ReactiveMailer mailer;
    private final Clock clock;

    private final List<Said> said = new CopyOnWriteArrayList<>();
    private volatile int answer;
    private HttpServer server;
    private List<NoticeChannel> channels;
    private String mailbox;
    private String site;

    WhatIsHeard(
            Books books,
            Identities identities,
            FindNotices find,
            SendNotices send,
            GuardedClient client,
            Posts posts,
            MailsConfig mails,
            ReactiveMailer mailer,
            Clock clock) {
        this.books = books;
        this.identities = identities;
        this.find = find;
        this.send = send;
        this.client = client;
        this.posts = posts;
        this.mails = mails;
        this.mailer = mailer;
        this.clock = clock;
    }

    record Said(String path, String authorization, String id, String timestamp, String signature, String body) {}

    /** 25.00 from three people waits for a site of nobody's, and nothing for anybody else. */
    void begin(Person somebody) {
        said.clear();
        answer = 200;
        mailbox = UUID.randomUUID() + "@operator.example";
        site = "notice" + somebody.id() + ".example";
        listen();
        books.run("delete from outbox where kind = 'notice'");
        books.run("insert into notices (identity_id, spoken_at) select identity_id, now() from most_wanted"
                + " on conflict do nothing");
        waiting("25.00");
    }

    private void listen() {
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
                new XChannel(config, posts, clock),
                new MailChannel(config, mails, mailer));
    }

    void end() {
        books.run("delete from most_wanted");
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    /** From now on. */
    void answer(int status) {
        answer = status;
    }

    String site() {
        return site;
    }

    /** What came over HTTP. */
    List<Said> said() {
        return said;
    }

    Said to(String path) {
        return said.stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow();
    }

    String posted() {
        return URLDecoder.decode(to(MASTODON).body(), StandardCharsets.UTF_8).replaceFirst("^status=", "");
    }

    String tweeted() {
        return new JsonObject(to(X).body()).getString("text");
    }

    List<String> mailsToTheOperator(List<String> received) {
        return received.stream().filter(mail -> mail.contains(mailbox)).toList();
    }

    void say() {
        find(find);
        send();
    }

    void find() {
        find(find);
    }

    /** By an operator of another mind. */
    void find(FindNotices by) {
        by.find(Money.of("20.00"), names()).await().atMost(PATIENCE);
    }

    /** Of where it is said. */
    List<String> names() {
        return channels.stream().map(NoticeChannel::name).toList();
    }

    void send() {
        send.send(channels).await().atMost(PATIENCE);
    }

    void optOut() {
        identities.optOut(IdentityName.of(SiteHost.of(site)), "file").await().atMost(PATIENCE);
    }

    void waiting(String amount) {
        books.thingOfNobody(site);
        books.run(
                "insert into most_wanted (identity_id, supporters, held) select id, 3, ? from identities where name = ?"
                        + " on conflict (identity_id) do update set held = excluded.held",
                Books.micros(amount),
                "site:" + site);
    }

    /** Instead of the site that is waited for else. */
    void waitingFor(String platform, String handle, String displayName) {
        books.run("delete from most_wanted");
        alsoWaitingFor(platform, handle, displayName);
    }

    void alsoWaitingFor(String platform, String handle, String displayName) {
        books.run(
                "insert into most_wanted (identity_id, supporters, held) values (?, 3, ?)",
                seen(platform, handle, displayName),
                Books.micros("25.00"));
    }

    long seen(String platform, String handle, String displayName) {
        var user = UUID.randomUUID().toString();
        books.thingOfIdentity(platform + ":user:id:" + user);
        return books.number("""
                insert into platform_users (identity_id, platform, user_id, handle, display_name, profile, seen_at)
                select id, ?, ?, ?, ?, 'https://profile.example/', calendar_now() from identities where name = ?
                returning identity_id""", platform, user, handle, displayName, platform + ":user:id:" + user);
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
