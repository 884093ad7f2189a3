package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JksOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureSitesTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final Names HERE = host -> Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress()));

    private static Vertx vertx;
    private static JksOptions certificate;
    private static ASite site;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        vertx = Vertx.vertx();
        certificate = certificateOf("blog.example", folder.resolve("blog.p12"));
        var options = new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate);
        site = ASite.answering(
                vertx,
                options,
                request -> request.response()
                        .end(String.valueOf(request.connection().indicatedServerName())));
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void areAskedForByNameThoughReachedByAddress() {
        var page = client(certificate).get(secure("blog.example")).await().atMost(LONG_ENOUGH);

        assertThat(page.text()).isEqualTo("blog.example");
        assertThat(page.finalUrl()).isEqualTo(secure("blog.example"));
    }

    @Test
    void areRefusedUnderAnotherNameThanTheirCertificates() {
        assertRefused(client(certificate), secure("other.example"));
        assertRefused(client(certificate), secure("127.0.0.1"));
    }

    @Test
    void areRefusedWithACertificateThatNobodyVouchesFor() {
        assertRefused(client(null), secure("blog.example"));
    }

    private static void assertRefused(GuardedClient client, WebUrl url) {
        assertThatThrownBy(() -> client.get(url).await().atMost(LONG_ENOUGH))
                .isInstanceOf(FetchRefused.BadCertificate.class);
    }

    private static WebUrl secure(String host) {
        return WebUrl.of("https://" + host + ":" + site.port() + "/");
    }

    private static GuardedClient client(JksOptions trusted) {
        return new GuardedClient(
                vertx, FetchSettings.inDevelopment(), HERE, new HttpClientOptions().setTrustOptions(trusted));
    }

    private static JksOptions certificateOf(String host, Path store) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "site",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:" + host,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        return new JksOptions().setPath(store.toString()).setPassword("secret");
    }
}
