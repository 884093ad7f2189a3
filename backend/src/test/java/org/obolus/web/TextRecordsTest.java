package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.problems.ProblemType;
import org.obolus.testing.NameServerProcess;

/** Asked of a real name server. */
class TextRecordsTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private static Vertx vertx;
    private static NameServerProcess server;
    private static TextRecords records;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        server = NameServerProcess.begun()
                .withText("plain.test", "v=spf1 -all")
                .withText("plain.test", "obolus-verification=abc")
                .withText("cut.test", "obolus-verifi", "cation=a", "bc")
                .withAlias("alias.test", "alias2.test")
                .withAlias("alias2.test", "plain.test")
                .withTexts("many.test", IntStream.range(0, 40).mapToObj(i -> i + "x".repeat(200)));
        records = asking(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void bringAllTextsOfAName() {
        assertThat(texts(records, "Plain.Test")).containsExactlyInAnyOrder("v=spf1 -all", "obolus-verification=abc");
    }

    @Test
    void putATextOfSeveralStringsTogether() {
        assertThat(texts(records, "cut.test")).containsExactly("obolus-verification=abc");
    }

    @Test
    void followAliases() {
        assertThat(texts(records, "alias.test")).contains("obolus-verification=abc");
    }

    @Test
    void comeOverTcpWhenTheyAreTooManyForADatagram() {
        assertThat(texts(records, "many.test")).hasSize(40).allMatch(text -> text.endsWith("x".repeat(200)));
    }

    @Test
    void areNoneWhereThereIsNoSuchName() {
        assertThat(texts(records, "nobody.test")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "0x7f.1"})
    void areNoneOfAnAddress(String address) {
        assertThat(texts(asking("127.0.0.1:1"), address)).isEmpty();
    }

    @Test
    void areNoneOfWhatNoNameServerCouldKnow() {
        assertThat(texts(records, "x".repeat(64) + ".test")).isEmpty();
        assertThat(texts(records, "_obolus." + "x.".repeat(200) + "test")).isEmpty();
    }

    @Test
    void ofThisMachineAreNotAskedOfTheSystemsNameServers() {
        assertThat(texts(new TextRecords(vertx, FetchSettings.inProduction()), "blog.localhost"))
                .isEmpty();
    }

    @Test
    void areAskedOfTheNextServerWhereOneIsSilent() {
        assertThat(texts(asking("127.0.0.1:1," + server.address()), "cut.test")).hasSize(1);
    }

    /** At once: nobody waits for a server that has said no. */
    @Test
    void areAskedOfTheNextServerWhereOneRefuses() {
        try (var next = NameServerProcess.begun().withText("elsewhere.example", "known here")) {
            var both = asking(server.address() + "," + next.address());

            assertThat(texts(both, "elsewhere.example")).containsExactly("known here");
        }
    }

    @Test
    void areUnknownWhereEveryServerRefuses() {
        assertThatThrownBy(() -> texts(records, "elsewhere.example"))
                .isInstanceOfSatisfying(
                        FetchRefused.NoNameServer.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.UNREACHABLE))
                .hasMessageContaining("elsewhere.example");
    }

    @Test
    void areUnknownWhereNobodyAnswers() {
        assertThatThrownBy(() -> texts(asking("127.0.0.1:1", "connect-timeout", "100ms"), "plain.test"))
                .isInstanceOf(FetchRefused.NoNameServer.class);
    }

    @Test
    void areAskedOfTheServersThatASystemNames() {
        var file = "# made by a tool\nsearch example\nnameserver 192.0.2.1\n  nameserver 2001:db8::1 \nnameserver no\n";

        assertThat(NameServers.ofSystem(file))
                .containsExactly(new InetSocketAddress("192.0.2.1", 53), new InetSocketAddress("2001:db8::1", 53));
        assertThat(NameServers.ofSystem("options ndots:1")).isEqualTo(List.of(new InetSocketAddress("127.0.0.1", 53)));
    }

    @Test
    void areAskedOfServersOnAnyPort() {
        assertThat(NameServers.of("192.0.2.1")).isEqualTo(new InetSocketAddress("192.0.2.1", 53));
        assertThat(NameServers.of("127.0.0.1:5353")).isEqualTo(new InetSocketAddress("127.0.0.1", 5353));
        assertThat(NameServers.of("[::1]:5353")).isEqualTo(new InetSocketAddress("::1", 5353));
        assertThat(NameServers.of("::1")).isEqualTo(new InetSocketAddress("::1", 53));
        assertThatThrownBy(() -> NameServers.of("ns.example")).isInstanceOf(IllegalArgumentException.class);
    }

    private static TextRecords asking(String servers, String... settings) {
        var all = Stream.concat(Stream.of("name-servers", servers, "timeout", "30s"), Stream.of(settings));
        return new TextRecords(vertx, FetchSettings.inProduction(all.toArray(String[]::new)));
    }

    private static List<String> texts(TextRecords records, String name) {
        return records.at(name).await().atMost(LONG_ENOUGH);
    }
}
