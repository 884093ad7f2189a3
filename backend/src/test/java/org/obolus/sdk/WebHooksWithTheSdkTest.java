package org.obolus.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.apps.AnApp;
import org.obolus.apps.Hooked;
import org.obolus.client.HookChange;
import org.obolus.client.ObolusClient;
import org.obolus.client.ThingId;
import org.obolus.client.WebHook;
import org.obolus.client.WebHookVerifier;
import org.obolus.examples.HookReceiver;
import org.obolus.testing.Books;
import org.obolus.testing.Eventually;
import org.obolus.testing.Person;

/** What the server signs, the client believes. */
@QuarkusTest
class WebHooksWithTheSdkTest {

    private record Message(Map<String, String> headers, byte[] body) {

        UnaryOperator<String> header() {
            return headers::get;
        }
    }

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    Hooked hooked;

    @Inject
    Vertx vertx;

    @TestHTTPResource("/")
    URI server;

    final List<Message> messages = new CopyOnWriteArrayList<>();
    HttpServer receiver;
    URI address;
    Person alice;
    ObolusClient client;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        client = ObolusClient.builder(server).token(alice.token()).build();
        receiver = vertx.createHttpServer()
                .requestHandler(request -> request.bodyHandler(body -> {
                    var headers = new HashMap<String, String>();
                    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
                    messages.add(new Message(headers, body.getBytes()));
                    request.response().setStatusCode(204).end();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        address = URI.create("http://hooks.localhost:" + receiver.actualPort() + "/");
    }

    @AfterEach
    void close() {
        receiver.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void areBelievedBySecretAndByPublicKey() {
        var made = client.hooks().make(address, List.of("thing.flattred"));
        var thing = new ThingId(books.thingOf(alice));
        var bob = people.person("bob");
        books.means(bob, "5.00", "5.00");

        books.flattr(bob, thing.value());

        var message = arrived(0);
        var bySecret = WebHookVerifier.of(made.secret()).verify(message.header(), message.body());
        var byKey = WebHookVerifier.of(made.hook().publicKey()).verify(message.header(), message.body());
        assertThat(byKey).isEqualTo(bySecret);
        assertThat(bySecret.type()).isEqualTo("thing.flattred");
        assertThat(bySecret.thing()).contains(thing);
        assertThat(bySecret.month()).isPresent();
    }

    @Test
    void tellAnAppWhoseEventItIs() {
        var app = AnApp.of(alice);
        var bob = people.person("bob");
        var carol = people.person("carol");
        app.token(bob, "extendedread");
        books.means(carol, "5.00", "5.00");

        var made = client.hooks().makeForApp(address, app.id(), List.of("thing.flattred"));
        books.flattr(carol, books.thingOf(bob));

        assertThat(read(made.secret(), arrived(0)).account()).contains(bob.username());
        assertThat(client.hooks().byId(made.hook().id()).orElseThrow().app()).contains(app.id());
        client.hooks().delete(made.hook().id());
    }

    @Test
    void reachTheReceiverOfTheExample() {
        var example = HookReceiver.at(address, client);
        var bob = people.person("bob");
        books.means(bob, "5.00", "5.00");

        books.flattr(bob, books.thingOf(alice));

        var message = arrived(0);
        assertThat(example.receive(message.header(), message.body())).isEqualTo(204);
        assertThat(example.receive(message.header(), "{}".getBytes())).isEqualTo(400);
    }

    @Test
    void areLookedAfter() {
        var made = client.hooks().make(address, List.of("deposit.*"));
        var id = made.hook().id();
        client.hooks().test(id);
        var first = read(made.secret(), arrived(0));

        var rotated = client.hooks().rotate(id);
        client.hooks()
                .replay(
                        id,
                        client.hooks().deliveries(id).findFirst().orElseThrow().number());

        assertThat(read(made.secret(), arrived(1)).id()).isEqualTo(first.id());
        assertThat(read(rotated.secret(), arrived(1)).type()).isEqualTo("hook.test");
        assertThat(client.hooks().mine()).containsExactly(rotated.hook());
        var off =
                client.hooks().change(id, HookChange.none().events("claim.made").enabled(false));
        assertThat(off.events()).containsExactly("claim.made");
        assertThat(off.disabledAt()).isPresent();
        assertThat(client.hooks().byId(id)).contains(off);
        client.hooks().delete(id);
        assertThat(client.hooks().byId(id)).isEmpty();
    }

    private Message arrived(int nth) {
        Eventually.holds("message " + nth + " has come", () -> {
            hooked.send();
            return messages.size() > nth;
        });
        return messages.get(nth);
    }

    private static WebHook read(String key, Message message) {
        return WebHookVerifier.of(key).verify(message.header(), message.body());
    }
}
