package org.obolus.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.EmailAddress;
import org.obolus.accounts.People;
import org.obolus.identities.Identities;
import org.obolus.payments.TopUps;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;
import org.obolus.testing.TimeTravel;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TellingOfEventsTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    TopUps topUps;

    @Inject
    Hooked hooked;

    @Inject
    Identities identities;

    private Person alice;
    private Person bob;
    private HookReceiver receiver;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        bob = people.person("bob");
        receiver = new HookReceiver();
    }

    @AfterEach
    void end() {
        books.run("delete from hook_endpoints where url = ?", receiver.address());
        receiver.close();
    }

    @Test
    void tellsTheCreatorOfAFlattrAndNamesNoSupporter() {
        hooked.hook(alice, receiver, "thing.flattred");
        books.means(bob, "5.00", "5.00");
        var thing = books.thingOf(alice);

        books.flattr(bob, thing);
        hooked.send();

        var message = receiver.only();
        assertThat(message.event()).isEqualTo("thing.flattred");
        assertThat(message.data().getJsonObject("thing").getLong("id")).isEqualTo(thing);
        assertThat(message.data().getJsonObject("thing").getString("url")).startsWith("http");
        assertThat(message.data().getString("month")).isEqualTo(time.month().toString());
        assertThat(message.data().getInteger("flattrs")).isEqualTo(1);
        assertThat(message.data().containsKey("supporter")).isTrue();
        assertThat(message.data().getValue("supporter")).isNull();
        assertThat(message.body()).doesNotContain(bob.username());
    }

    @Test
    void namesASupporterWhoShowsWhatTheyFlattr() {
        hooked.hook(alice, receiver, "thing.*");
        books.means(bob, "5.00", "5.00");
        bob.asks()
                .body("{\"shows_given\":true}")
                .patch("/api/v1/profile")
                .then()
                .statusCode(200);
        var thing = books.thingOf(alice);

        books.flattr(bob, thing);
        bob.asks().delete("/api/v1/flattrs/{thing}", thing).then().statusCode(204);
        bob.asks()
                .body("{\"shows_given\":false}")
                .patch("/api/v1/profile")
                .then()
                .statusCode(200);
        books.flattr(bob, thing);
        hooked.send();

        assertThat(receiver.messages())
                .extracting(message -> message.data().getString("supporter"))
                .containsExactly(bob.username(), bob.username(), null);
    }

    @Test
    void tellsOneByOneOfWhatBecomesVoidByAnOptOut() {
        hooked.hook(alice, receiver, "thing.unflattred");
        try (var blog = LittleSite.named("opting-out").provenBy(alice)) {
            var things = List.of(books.thingOfNobody(blog.host()), books.thingOfNobody(blog.host()));
            for (var name : List.of("bob", "carol")) {
                var supporter = people.person(name);
                books.means(supporter, "5.00", "5.00");
                things.forEach(thing -> books.flattr(supporter, thing));
            }

            alice.asks()
                    .post("/api/v1/sites/{host}/opt-out", blog.host())
                    .then()
                    .statusCode(200);
            hooked.send();

            assertThat(receiver.messages())
                    .extracting(HookReceiver.Message::event)
                    .hasSize(4)
                    .containsOnly("thing.unflattred");
            assertThat(receiver.messages())
                    .extracting(message -> message.data().getJsonObject("thing").getLong("id"))
                    .containsExactlyInAnyOrder(things.get(0), things.get(0), things.get(1), things.get(1));
            assertThat(receiver.messages()).allSatisfy(message -> {
                assertThat(message.data().getInteger("flattrs")).isZero();
                assertThat(message.data().getString("month"))
                        .isEqualTo(time.month().toString());
            });
        }
    }

    @Test
    void tellsOfAFlattrThatIsTakenBack() {
        hooked.hook(alice, receiver, "thing.*");
        books.means(bob, "5.00", "5.00");
        var thing = books.thingOf(alice);
        books.flattr(bob, thing);

        bob.asks().delete("/api/v1/flattrs/{thing}", thing).then().statusCode(204);
        hooked.send();

        assertThat(receiver.messages())
                .extracting(HookReceiver.Message::event)
                .containsExactly("thing.flattred", "thing.unflattred");
        assertThat(receiver.messages().get(1).data().getInteger("flattrs")).isZero();
    }

    @Test
    void tellsNobodyOfARefusedClickOrOfThingsOfOthers() {
        hooked.hook(bob, receiver, "thing.*");
        var hook = hooked.hook(alice, receiver, "thing.flattred");
        books.means(bob, "5.00", "5.00");
        var thing = books.thingOf(alice);
        books.flattr(bob, thing);

        bob.asks()
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(409);
        hooked.send();

        receiver.only();
        assertThat(hooked.log(alice, hook).getList("items")).hasSize(1);
    }

    @Test
    void tellsOfTheMonthFirstProvisionallyThenWithItsFigures() {
        time.settleTheMonth();
        hooked.hook(alice, receiver, "settlement.provisional", "settlement.final");
        books.means(bob, "2.00", "2.00");
        books.flattr(bob, books.thingOf(alice));

        var month = time.toTheNextMonth();
        time.doWhatIsDue();
        hooked.send();
        var provisional = receiver.only();
        time.toSettlement();
        hooked.send();

        var settled = receiver.messages().get(1);
        assertThat(receiver.messages()).hasSize(2);
        assertThat(provisional.event()).isEqualTo("settlement.provisional");
        assertThat(provisional.data()).isEqualTo(new JsonObject().put("month", month.toString()));
        assertThat(settled.event()).isEqualTo("settlement.final");
        assertThat(settled.data().getString("month")).isEqualTo(month.toString());
        assertThat(settled.data().getLong("gross_micros")).isEqualTo(2_000_000);
        assertThat(settled.data().getLong("fee_micros")).isEqualTo(200_000);
        assertThat(settled.data().getLong("net_micros")).isEqualTo(1_800_000);
    }

    @Test
    void tellsOfATopUp() {
        hooked.hook(alice, receiver, "deposit.*");

        topUps.of(alice, "5.00");
        hooked.send();

        assertThat(receiver.only().event()).isEqualTo("deposit.paid");
        assertThat(receiver.only().data().getLong("amount_micros")).isEqualTo(5_000_000);
    }

    @Test
    void tellsOfASiteThatIsProvenAndGivenUp() {
        hooked.hook(alice, receiver, "claim.made", "claim.ended");
        try (var blog = LittleSite.named("hooked").provenBy(alice)) {
            alice.asks().delete("/api/v1/sites/{host}", blog.host()).then().statusCode(204);

            hooked.send();

            assertThat(receiver.messages())
                    .extracting(HookReceiver.Message::event)
                    .containsExactly("claim.made", "claim.ended");
            assertThat(receiver.messages())
                    .extracting(message -> message.data().getString("identity"))
                    .containsOnly("site:" + blog.host());
        }
    }

    @Test
    void namesAnAddressAsNoMoreThanThat() {
        hooked.hook(alice, receiver, "thing.flattred", "thing.unflattred", "claim.made", "claim.ended");
        var address = alice.username() + "@mail.example";
        var name = identities.name(EmailAddress.of(address));
        var thing = books.thingOfIdentity(name.value());
        books.means(bob, "5.00", "5.00");

        alice.forms().post("/dashboard/claims/email").then().statusCode(303);
        books.flattr(bob, thing);
        bob.asks().delete("/api/v1/flattrs/{thing}", thing).then().statusCode(204);
        books.run("update accounts set email = 'gone' || email where id = ?", alice.id());
        books.run("update accounts set email = ? where id = ?", address, bob.id());
        bob.forms().post("/dashboard/claims/email").then().statusCode(303);
        hooked.send();

        assertThat(receiver.messages())
                .extracting(HookReceiver.Message::event)
                .containsExactlyInAnyOrder("claim.made", "thing.flattred", "thing.unflattred", "claim.ended");
        assertThat(receiver.messages())
                .filteredOn(message -> message.event().startsWith("claim."))
                .allSatisfy(message ->
                        assertThat(message.data().getString("identity")).isEqualTo("email"));
        assertThat(receiver.messages())
                .allSatisfy(message -> assertThat(message.body())
                        .doesNotContain(address, name.value(), name.value().substring("email:".length())));
    }

    @Test
    void tellsAPartnerOfPendingClicksInFlattrsForm() {
        var olga = people.operator("olga");
        olga.asks()
                .body(Map.of("url", receiver.address(), "partner_of", "partner.example"))
                .post("/api/v1/hooks")
                .then()
                .statusCode(201);
        books.means(bob, "5.00", "5.00");
        var at = "https://carol." + bob.username() + ".partner.example/post";
        var thing = bob.asks()
                .body(Map.of("things", List.of(Map.of("url", at))))
                .post("/api/v1/things/bulk")
                .then()
                .extract()
                .jsonPath()
                .getLong("outcomes[0].thing.id");

        books.flattr(bob, thing);
        books.flattr(bob, books.thingOf(alice));
        hooked.send();

        var message = receiver.only();
        var fields = Arrays.stream(message.body().split("&"))
                .map(field -> field.split("=", -1))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        assertThat(message.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(fields)
                .containsEntry("_event", "pendingclickcreate")
                .containsEntry("thing_id", Long.toString(thing))
                .containsEntry("thing_owner_id", "site:carol." + bob.username() + ".partner.example")
                .containsEntry("thing_clicks_total", "1")
                .containsEntry("flattrer_username", "")
                .hasEntrySatisfying("claim_url", url -> assertThat(url).endsWith("/dashboard/sites"));
    }

    @Test
    void leavesPartnersToOperators() {
        alice.asks()
                .body(Map.of("url", receiver.address(), "partner_of", "partner.example"))
                .post("/api/v1/hooks")
                .then()
                .statusCode(403);
    }
}
