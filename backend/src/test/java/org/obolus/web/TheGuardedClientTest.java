package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.problems.ProblemType;

class TheGuardedClientTest {

    private static final Names NONE = host -> Uni.createFrom().failure(new UnknownHostException(host));
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void bringsAPage() {
        var site = ASite.answering(
                vertx,
                request -> request.response()
                        .putHeader("Content-Type", "text/html; charset=iso-8859-1")
                        .end(Buffer.buffer("<p>grün".getBytes(StandardCharsets.ISO_8859_1))));

        var page = fetch(inDevelopment(NONE), site.page("/a|b?c=d#e"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.isOk()).isTrue();
        assertThat(page.contentType()).isEqualTo("text/html; charset=iso-8859-1");
        assertThat(page.text()).isEqualTo("<p>grün");
        assertThat(page.finalUrl()).isEqualTo(site.page("/a|b?c=d#e"));
        assertThat(site.visits().get(0).uri()).isEqualTo("/a|b?c=d");
    }

    @Test
    void bringsAnAnswerWhateverItsStatus() {
        var site = ASite.answering(
                vertx, request -> request.response().setStatusCode(404).end("no"));

        var page = fetch(inDevelopment(NONE), site.page("/"));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.isOk()).isFalse();
        assertThat(page.text()).isEqualTo("no");
        assertThat(page.contentType()).isEmpty();
    }

    @Test
    void saysWhoItIsAndNothingElse() {
        var site = ASite.answering(
                vertx,
                request -> request.response().putHeader("Set-Cookie", "a=b").end());
        var client = inDevelopment(NONE);

        fetch(client, site.page("/"));
        fetch(client, site.page("/"));

        assertThat(site.visits()).hasSize(2).allSatisfy(visit -> {
            assertThat(visit.getHeader("User-Agent")).isEqualTo("Obolus (+https://obolus.example)");
            assertThat(visit.getHeader("Accept")).startsWith("text/html");
            assertThat(visit.headers().names().stream().map(String::toLowerCase))
                    .containsExactlyInAnyOrder("user-agent", "accept", "accept-encoding", "host", "connection");
        });
    }

    @Test
    void saysWhatItsCallerWantsSaidAllTheWayInsideTheSite() {
        var site = ASite.answering(vertx, redirectingTo("/end"));
        var headers = Map.of("Accept", "application/json", "Authorization", "Bearer secret");

        inDevelopment(NONE).get(site.page("/start"), headers).await().atMost(LONG_ENOUGH);

        assertThat(site.visits()).hasSize(2).allSatisfy(visit -> {
            assertThat(visit.headers().getAll("Accept")).containsExactly("application/json");
            assertThat(visit.getHeader("Authorization")).isEqualTo("Bearer secret");
            assertThat(visit.getHeader("User-Agent")).startsWith("Obolus");
        });
    }

    @Test
    void asksForTheAddressOnceAndVisitsExactlyThatOne() {
        var lookUps = new AtomicInteger();
        Names names = host -> {
            lookUps.incrementAndGet();
            return at("127.0.0.1").addresses(host);
        };
        var site = ASite.answering(vertx, redirectingTo("/end"));

        var page = fetch(inDevelopment(names), WebUrl.of("http://blog.example:" + site.port() + "/start"));

        assertThat(page.finalUrl().path()).isEqualTo("/end");
        assertThat(lookUps).hasValue(1);
        assertThat(site.visits())
                .hasSize(2)
                .allSatisfy(visit -> assertThat(visit.getHeader("Host")).isEqualTo("blog.example:" + site.port()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://0x7f.1/",
                "http://2130706433/",
                "http://0177.0.0.1/",
                "http://0x7f000001/",
                "http://127.1/",
                "http://0/",
                "http://127.0.0.1./",
                "http://%31%32%37.0.0.1/",
                "http://\uff11\uff12\uff17\u30020\u30020\u30021/",
                "http://[::127.0.0.1]/",
                "http://[0:0:0:0:0:ffff:a00:1]/",
                "http://[fe80::1]/",
                "http://[fec0::1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:db8::1]/",
                "http://[ff02::1]/",
                "http://100.100.100.200/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://[fd00::1]/",
                "https://[64:ff9b::7f00:1]/"
            })
    void visitsNoPrivateAddressInProduction(String url) {
        assertRefused(realInProduction(), WebUrl.of(url), FetchRefused.PrivateAddress.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://169.254.169.254/",
                "http://192.168.1.1:8080/",
                "http://172.16.0.1/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://[fe80::1]/",
                "http://[fd00::1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/"
            })
    void visitsNoOtherPrivateAddressInDevelopment(String url) {
        assertRefused(
                new GuardedClient(vertx, FetchSettings.inDevelopment()),
                WebUrl.of(url),
                FetchRefused.PrivateAddress.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[::1%lo]/", "http://1.2.3.4.5/"})
    void visitsNothingThatBrowsersDoNotOpen(String url) {
        assertThatThrownBy(() -> WebUrl.of(url)).isInstanceOf(UrlRefused.NotAHost.class);
    }

    @Test
    void visitsNoLocalhostInProduction() {
        assertRefused(
                inProduction(at("127.0.0.1")), WebUrl.of("http://blog.localhost/"), FetchRefused.PrivateAddress.class);
        assertRefused(realInProduction(), WebUrl.of("http://localhost/"), FetchRefused.PrivateAddress.class);
    }

    @Test
    void visitsNoNameThatLeadsToAPrivateAddress() {
        var url = WebUrl.of("https://innocent.example/");

        assertRefused(inProduction(at("127.0.0.1")), url, FetchRefused.PrivateAddress.class);
        assertRefused(inProduction(at("192.168.1.1")), url, FetchRefused.PrivateAddress.class);
        assertRefused(inDevelopment(at("192.168.1.1")), url, FetchRefused.PrivateAddress.class);
    }

    @Test
    void visitsNoNameOfWhichOnlyOneAddressIsPrivate() {
        var names = at("1.1.1.1", "2606:4700::1111", "10.0.0.1");

        assertRefused(inProduction(names), WebUrl.of("https://half.example/"), FetchRefused.PrivateAddress.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 25, 5432, 6379, 8080, 65535, 0})
    void visitsNoUnusualPortInProduction(int port) {
        assertRefused(
                inProduction(at("1.1.1.1")), WebUrl.of("http://blog.example:" + port), FetchRefused.UnusualPort.class);
    }

    @Test
    void saysThatASiteDoesNotExist() {
        assertRefused(inProduction(NONE), WebUrl.of("https://bücher.invalid/"), FetchRefused.NoSuchSite.class);
        assertRefused(realInProduction(), WebUrl.of("https://nobody.invalid/"), FetchRefused.NoSuchSite.class);
    }

    @Test
    void goesAlongWithThreeRedirectsOnly() {
        var site = ASite.answering(vertx, request -> {
            var left = Integer.parseInt(request.path().substring(1));
            redirectingTo(left == 0 ? "/end" : "/" + (left - 1)).handle(request);
        });
        var ends = ASite.answering(vertx, request -> {
            var left = Integer.parseInt(request.path().substring(1));
            if (left == 0) {
                request.response().end("here");
            } else {
                redirectingTo("/" + (left - 1)).handle(request);
            }
        });

        assertThat(fetch(inDevelopment(NONE), ends.page("/3")).text()).isEqualTo("here");
        assertRefused(inDevelopment(NONE), site.page("/3"), FetchRefused.TooManyRedirects.class);
    }

    @Test
    void endsARedirectInCircles() {
        var site = ASite.answering(
                vertx,
                request -> request.response()
                        .setStatusCode(301)
                        .putHeader("Location", "/")
                        .end());

        assertRefused(inDevelopment(NONE), site.page("/"), FetchRefused.TooManyRedirects.class);
        assertThat(site.visits()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.blog.localhost/",
                "//other.localhost/",
                "http://127.0.0.1/",
                "http://169.254.169.254/",
                "http://blog.localhost:1/",
                "https://blog.localhost:1/"
            })
    void goesToNoOtherPlace(String elsewhere) {
        var site = ASite.answering(vertx, redirectingTo(elsewhere));

        assertRefused(inDevelopment(NONE), site.page("/start"), FetchRefused.LeadsAway.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "file:///etc/passwd", "http://a b/", "http://alice:secret@x.example/"})
    void goesNowhereOutsideTheWeb(String elsewhere) {
        var site = ASite.answering(vertx, redirectingTo(elsewhere));

        assertRefused(inDevelopment(NONE), site.page("/start"), FetchRefused.LeadsNowhere.class);
    }

    @Test
    void goesAlongFromHttpToHttpsButNotBack() {
        var plain = WebUrl.of("http://blog.example/a");
        var secure = WebUrl.of("https://blog.example/a");

        assertThat(Redirects.next(plain, "https://blog.example/b")).hasToString("https://blog.example/b");
        assertThatThrownBy(() -> Redirects.next(secure, "http://blog.example/b"))
                .isInstanceOf(FetchRefused.LeadsAway.class);
    }

    @Test
    void takesARedirectWithoutATargetForAnAnswer() {
        var site = ASite.answering(
                vertx, request -> request.response().setStatusCode(302).end("nowhere"));

        assertThat(fetch(inDevelopment(NONE), site.page("/")).status()).isEqualTo(302);
    }

    @Test
    void readsAPageUpToItsLimitAndNoByteMore() {
        var site = ASite.answering(
                vertx,
                request -> request.response()
                        .end(Buffer.buffer(
                                new byte[Integer.parseInt(request.path().substring(1))])));
        var client = inDevelopment(NONE, "body", "1K");

        assertThat(fetch(client, site.page("/1024")).body()).hasSize(1024);
        assertRefused(client, site.page("/1025"), FetchRefused.TooLarge.class);
    }

    @Test
    void stopsReadingAPageThatNeverEndsAndHangsUp() {
        var hungUp = new CompletableFuture<Void>();
        var site = ASite.answering(vertx, request -> {
            request.connection().closeHandler(hungUp::complete);
            pour(request.response().setChunked(true));
        });

        assertRefused(inDevelopment(NONE), site.page("/"), FetchRefused.TooLarge.class);
        assertThat(hungUp).succeedsWithin(LONG_ENOUGH);
    }

    @Test
    void stopsWaitingForAPageThatTrickles() {
        var site = ASite.answering(vertx, request -> {
            var response = request.response().setChunked(true);
            vertx.setPeriodic(20, timer -> response.write("."));
        });

        assertRefused(inDevelopment(NONE, "timeout", "2s"), site.page("/"), FetchRefused.TooSlow.class);
    }

    @Test
    void hangsUpWhenNobodyWaitsAnyLonger() {
        var hungUp = new CompletableFuture<Void>();
        var visited = new CompletableFuture<HttpServerRequest>();
        var site = ASite.answering(vertx, request -> {
            request.connection().closeHandler(hungUp::complete);
            visited.complete(request);
        });
        var waiting = inDevelopment(NONE).get(site.page("/")).subscribe().with(page -> {}, failure -> {});

        assertThat(visited).succeedsWithin(LONG_ENOUGH);
        waiting.cancel();
        assertThat(hungUp).succeedsWithin(LONG_ENOUGH);
    }

    @Test
    void stopsWaitingForASiteThatSaysNothing() {
        var site = ASite.answering(vertx, request -> {});

        assertRefused(inDevelopment(NONE, "timeout", "300ms"), site.page("/"), FetchRefused.TooSlow.class);
    }

    @Test
    void stopsWaitingForANameServer() {
        Names silent = host -> Uni.createFrom().nothing();

        assertRefused(
                inProduction(silent, "timeout", "300ms"),
                WebUrl.of("https://slow.example/"),
                FetchRefused.TooSlow.class);
    }

    @Test
    void countsAllRedirectsIntoOneTime() {
        var site = ASite.answering(
                vertx,
                request -> vertx.setTimer(
                        200, timer -> redirectingTo(request.path() + "a").handle(request)));

        assertRefused(inDevelopment(NONE, "timeout", "500ms"), site.page("/"), FetchRefused.TooSlow.class);
    }

    @Test
    void readsNoEndlessHeaders() {
        var site = ASite.answering(vertx, request -> {
            request.response().headers().add("X-Long", "x".repeat(100_000));
            request.response().end();
        });

        assertRefused(inDevelopment(NONE), site.page("/"), FetchRefused.NoAnswer.class);
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        var closed = vertx.createNetServer()
                .connectHandler(socket -> socket.close())
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        var chatty = vertx.createNetServer()
                .connectHandler(socket -> socket.write("220 mail.example ESMTP\r\n"))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();

        assertRefused(inDevelopment(NONE), WebUrl.of("http://localhost:1/"), FetchRefused.NoAnswer.class);
        assertRefused(inDevelopment(NONE), localhost(closed.actualPort()), FetchRefused.NoAnswer.class);
        assertRefused(inDevelopment(NONE), localhost(chatty.actualPort()), FetchRefused.NoAnswer.class);
    }

    @Test
    void visitsOnlySoManySitesAtOnce() {
        var waiting = new CompletableFuture<HttpServerRequest>();
        var site = ASite.answering(vertx, request -> {
            if (!waiting.complete(request)) {
                request.response().end("second");
            }
        });
        var client = inDevelopment(NONE, "at-once", "1");
        var first = client.get(site.page("/")).subscribeAsCompletionStage();
        var held = waiting.orTimeout(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS).join();

        assertRefused(client, site.page("/"), FetchRefused.Busy.class);
        held.response().end("first");
        assertThat(first).succeedsWithin(LONG_ENOUGH);
        assertThat(fetch(client, site.page("/")).text()).isEqualTo("second");
    }

    @Test
    void asksAProgramAndReadsItsAnswer() {
        var body = new CompletableFuture<String>();
        var site = ASite.answering(
                vertx,
                request -> request.bodyHandler(sent -> {
                    body.complete(sent.toString());
                    request.response().setStatusCode(400).end("{\"error\":\"invalid_grant\"}");
                }));

        var answer = ask(site.page("/token"), HttpMethod.POST, "code=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"error\":\"invalid_grant\"}");
        assertThat(body).isCompletedWithValue("code=1");
        assertThat(site.visits().get(0).getHeader("Authorization")).isEqualTo("Basic abc");
        assertThat(site.visits().get(0).getHeader("User-Agent")).isEqualTo("Obolus (+https://obolus.example)");
    }

    @Test
    void takesASecretToNoOtherAddress() {
        var site = ASite.answering(vertx, redirectingTo("/elsewhere"));

        var answer = ask(site.page("/token"), HttpMethod.POST, "code=1");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(site.visits()).hasSize(1);
    }

    @Test
    void readsNoEndlessAnswerOfAProgram() {
        var site = ASite.answering(vertx, request -> pour(request.response().setChunked(true)));

        assertThatThrownBy(() -> ask(site.page("/user"), HttpMethod.GET, "")).isInstanceOf(FetchRefused.TooLarge.class);
    }

    private static Fetched ask(WebUrl url, HttpMethod method, String body) {
        return inDevelopment(NONE)
                .ask(url, method, Map.of("Authorization", "Basic abc"), body.getBytes(StandardCharsets.UTF_8))
                .await()
                .atMost(LONG_ENOUGH);
    }

    private static void pour(HttpServerResponse response) {
        response.write("x".repeat(10_000)).onSuccess(written -> pour(response));
    }

    private static Handler<HttpServerRequest> redirectingTo(String location) {
        return request -> {
            if (request.path().equals(location)) {
                request.response().end("here");
            } else {
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", location)
                        .end();
            }
        };
    }

    private static WebUrl localhost(int port) {
        return WebUrl.of("http://localhost:" + port + "/");
    }

    private static Names at(String... addresses) {
        return host -> Uni.createFrom()
                .item(() ->
                        Stream.of(addresses).map(TheGuardedClientTest::literal).toList());
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static GuardedClient inDevelopment(Names names, String... settings) {
        return new GuardedClient(vertx, FetchSettings.inDevelopment(settings), names, new HttpClientOptions());
    }

    private static GuardedClient inProduction(Names names, String... settings) {
        return new GuardedClient(vertx, FetchSettings.inProduction(settings), names, new HttpClientOptions());
    }

    private static GuardedClient realInProduction() {
        return new GuardedClient(vertx, FetchSettings.inProduction());
    }

    private static Fetched fetch(GuardedClient client, WebUrl url) {
        return client.get(url).await().atMost(LONG_ENOUGH);
    }

    private static void assertRefused(GuardedClient client, WebUrl url, Class<? extends FetchRefused> reason) {
        assertThatThrownBy(() -> fetch(client, url)).isInstanceOfSatisfying(reason, refused -> {
            assertThat(refused.getMessage()).endsWith(".");
            assertThat(List.of(ProblemType.ADDRESS_REFUSED, ProblemType.UNREACHABLE, ProblemType.OVERLOADED))
                    .contains(refused.type());
        });
    }
}
