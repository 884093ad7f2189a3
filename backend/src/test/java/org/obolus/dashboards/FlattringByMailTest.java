package org.obolus.dashboards;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.EmailAddress;
import org.obolus.accounts.People;
import org.obolus.identities.Identities;
import org.obolus.identities.IdentityName;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class FlattringByMailTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Identities identities;

    @ConfigProperty(name = "obolus.url")
    String server;

    private Person alice;
    private Person bob;

    @BeforeEach
    void meet() {
        time.settleTheMonth();
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "2.00", "6.00");
    }

    @Test
    void showsTheAddressToWhoeverTypedItBeforeAnythingIsGiven() {
        look(address())
                .statusCode(200)
                .body(containsString("<bdi>" + address() + "</bdi>"))
                .body(containsString("We write to nobody there, and we do not keep the address"))
                .body(containsString("collects with an account here that has confirmed this address"))
                .body(containsString("href=\"/dashboard/flattr?of=%40" + alice.username() + "%40mail.example\""));

        assertThat(books.number("select count(*) from things where identity_id = ?", number()))
                .isZero();
    }

    @Test
    void makesThemAThingThatSaysNothingOfTheAddress() {
        flattr();
        var thing = books.number("select id from things where identity_id = ?", number());

        look(address()).body(containsString("You flattred this."), containsString("· 1 flattr"));
        for (var path : List.of("/things/" + thing, "/on/email/" + number(), "/api/v1/things/" + thing)) {
            assertThat(read(path))
                    .contains("Somebody with an e-mail address")
                    .doesNotContain(address(), alice.username(), hash());
        }
        given().get("/api/v1/things/" + thing)
                .then()
                .body("identity", equalTo("email"))
                .body("owner", nullValue())
                .body("hidden", equalTo(true))
                .body("url", equalTo(server + "/on/email/" + number()));
    }

    @Test
    void goesFromTheFlattrToTheRevenueOfWhoeverReadsTheMail() {
        flattr();
        var month = time.settleTheMonth();
        assertThat(overview(alice)).contains("1 person has flattred you: €2.00 is waiting.");

        alice.forms().post("/dashboard/claims/email").then().statusCode(303);

        assertThat(books.balance("revenue:" + alice.id())).isEqualTo(1_800_000);
        assertThat(overview(alice)).doesNotContain("is waiting");
        assertThat(words(alice, "/statements/received/" + month)).contains("your e-mail address");
        alice.asks().get("/api/v1/statements/received/" + month).then().body("claims.identity", contains("email"));
        assertThat(words(alice, "/submit/auto?url=" + server + "/on/email/" + number()))
                .contains("This is yours.");
    }

    @Test
    void tellsNobodyInTheOpenMonthWhetherAnAccountHasTheAddress() {
        flattr();
        time.settleTheMonth();
        flattr();
        var before = whatBobGives();

        alice.forms().post("/dashboard/claims/email").then().statusCode(303);

        assertThat(before).contains("what they do not collect by");
        assertThat(whatBobGives()).isEqualTo(before);
    }

    @Test
    void leadsBackWithoutTheAddress() {
        var page = look(address()).extract().asString();

        assertThat(page).doesNotContain("of=" + URLEncoder.encode(address(), UTF_8));
        look(server + "/on/email/" + number()).body(containsString("Somebody with an e-mail address"));
    }

    @Test
    void tellsNobodyWhichAccountHasTheAddress() {
        flattr();
        var thing = books.number("select id from things where identity_id = ?", number());
        var before = time.settleTheMonth();
        alice.forms().post("/dashboard/claims/email").then().statusCode(303);
        flattr();
        var after = time.settleTheMonth();

        assertThat(look(address()).extract().asString()).doesNotContain("/people/" + alice.username());
        for (var path : List.of(
                "/things/" + thing,
                "/on/email/" + number(),
                "/api/v1/things/" + thing,
                "/rest/v2/things/" + thing + "?full=1",
                "/people/" + alice.username(),
                "/people/" + alice.username() + "/things.atom",
                "/catalogue?user=" + alice.username())) {
            assertThat(read(path).replaceAll("\"/people/[^\"]*\"|/people/\\S*|/catalogue\\S*", ""))
                    .as(path)
                    .doesNotContain("\"owner\":\"" + alice.username(), "By " + alice.username(), hash())
                    .doesNotContain(path.contains("alice") ? "with an e-mail address" : alice.username());
        }
        for (var month : List.of(before, after)) {
            assertThat(words(bob, "/statements/given/" + month))
                    .contains("somebody with an e-mail address")
                    .doesNotContain(alice.username());
            bob.asks().get("/api/v1/statements/given/" + month).then().body("shares.receiver", contains("email"));
            assertThat(bob.asks()
                            .get("/api/v1/statements/given/" + month + ".csv")
                            .asString())
                    .contains(",somebody with an e-mail address,")
                    .doesNotContain(alice.username(), hash());
        }
    }

    @Test
    void saysTheSameOfAnAddressWhetherOrNotAnAccountHasIt() {
        var ofNobody = look("nobody" + bob.id() + "@mail.example").extract().asString();
        flattr();
        bob.forms()
                .queryParam("url", server + "/on/email/" + number())
                .post("/submit/auto/undo")
                .then()
                .statusCode(303);
        alice.forms().post("/dashboard/claims/email").then().statusCode(303);

        assertThat(bare(look(address()).extract().asString(), alice.username()))
                .isEqualTo(bare(ofNobody, "nobody" + bob.id()));
    }

    @Test
    void refusesAddressesThatHaveOptedOut() {
        identities.optOut(new IdentityName(name()), "email").await().atMost(Duration.ofSeconds(60));

        look(address())
                .body(containsString("Somebody with an e-mail address</bdi> does not want flattrs."))
                .body(containsString("/dashboard/flattr?of=%40"));
        bob.asks()
                .body(Map.of("url", server + "/on/email/" + number()))
                .post("/api/v1/flattrs")
                .then()
                .statusCode(409)
                .body("type", containsString("opted_out"));
        bob.asks()
                .queryParam("of", address())
                .get("/api/v1/identities/lookup")
                .then()
                .body("opted_out", equalTo(true));
    }

    @Test
    void comesFromOtherSitesForWhoeverIsLoggedIn() {
        var page = offered("owner", "email:" + address());
        assertThat(page)
                .contains("<h1><bdi>" + address() + "</bdi></h1>", "only you are shown it, here and now")
                .contains("name=\"return_to\" value=\"/submit/auto?url=");
        assertThat(page.replace("<bdi>" + address() + "</bdi>", "")
                        .replace(">@" + address(), "")
                        .replace("of=%40" + encoded(address()), ""))
                .doesNotContain(address(), encoded(address()));

        bob.forms()
                .queryParam("owner", "email:" + address())
                .post("/submit/auto/flattr")
                .then()
                .statusCode(303)
                .header("Location", endsWith(encoded("/on/email/" + number())));

        assertThat(books.text(
                        "select i.name from flattrs f join identities i on i.id = f.identity_id where f.supporter_id = ?",
                        bob.id()))
                .isEqualTo(name());
    }

    @Test
    void leadsAStrangerThroughLogInWithoutTheAddressInAnyAddress() {
        var next = sentToLogIn("email:" + address());

        assertThat(next).startsWith("/submit/auto?owner=sealed%3A").doesNotContain(alice.username());
        assertThat(next).isNotEqualTo(sentToLogIn("email:" + address()));
        var sealed = URLDecoder.decode(next.substring(next.indexOf('=') + 1), UTF_8);
        assertThat(sentToLogIn(sealed)).startsWith("/submit/auto?owner=sealed%3A");
        assertThat(offered("owner", sealed)).contains("<h1><bdi>" + address() + "</bdi></h1>");
    }

    @Test
    void believesNothingSealedThatItHasNotSealed() {
        var next = sentToLogIn("email:" + address());
        var sealed = URLDecoder.decode(next.substring(next.indexOf('=') + 1), UTF_8);
        var forged = sealed.substring(0, 20) + (sealed.charAt(20) == 'A' ? 'B' : 'A') + sealed.substring(21);

        for (var written : List.of(forged, "sealed:" + "A".repeat(40), "sealed:" + "A".repeat(41))) {
            bob.browses()
                    .queryParam("owner", written)
                    .get("/submit/auto")
                    .then()
                    .statusCode(422)
                    .body(containsString("Write the address once more"));
        }
    }

    @Test
    void leavesOutAnAddressThatAPageNamesAsItsMaker() {
        var page = given().accept("text/html")
                .queryParam(
                        "url", "https://somewhere.example/" + alice.username().length())
                .queryParam("owner", "email:" + address())
                .get("/submit/auto")
                .asString();

        assertThat(page)
                .contains("/log-in?next=")
                .doesNotContain(address(), encoded(address()), encoded(encoded(address())));
    }

    @Test
    void isAskedForByApps() {
        bob.asks()
                .queryParam("of", "mailto:" + alice.username().toUpperCase() + "@Mail.Example")
                .get("/api/v1/identities/lookup")
                .then()
                .statusCode(200)
                .body("kind", equalTo("email"))
                .body("identity", equalTo("email:" + alice.username().toUpperCase() + "@mail.example"))
                .body("url", equalTo(server + "/on/email/" + number()))
                .body("owner", nullValue());
        bob.asks()
                .body(Map.of("owner", "email:" + address(), "title", "Not mine"))
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .body("title", equalTo("Somebody with an e-mail address"))
                .body("category", equalTo("people"))
                .body("identity", equalTo("email"))
                .body("owned", equalTo(false))
                .body("detail", containsString("has confirmed the address"));
        bob.asks()
                .body(Map.of("url", server + "/on/email/" + number()))
                .post("/api/v1/flattrs")
                .then()
                .statusCode(201);
    }

    @Test
    void staysHiddenWhateverItsOwnerChanges() {
        flattr();
        alice.forms().post("/dashboard/claims/email").then().statusCode(303);
        var thing = books.number("select id from things where identity_id = ?", number());
        assertThat(words(alice, "/dashboard/things/" + thing)).contains("It stays hidden: it is listed nowhere");

        alice.asks()
                .body(Map.of("title", "All that I write", "hidden", false))
                .patch("/api/v1/things/" + thing)
                .then()
                .statusCode(200)
                .body("title", equalTo("All that I write"))
                .body("hidden", equalTo(true));
        alice.forms()
                .formParam("title", "All that I ever wrote")
                .formParam("category", "people")
                .post("/dashboard/things/" + thing)
                .then()
                .statusCode(303);

        assertThat(books.text("select title || ' ' || hidden from things where id = ?", thing))
                .isEqualTo("All that I ever wrote true");
        assertThat(read("/catalogue?user=" + alice.username())).doesNotContain("All that I ever wrote");
    }

    @Test
    void refusesNumbersOfNobody() {
        given().accept("text/html").get("/on/email/999999999999").then().statusCode(404);
        var site = books.thingOfNobody("mail" + bob.id() + ".example");
        given().accept("text/html")
                .get("/on/email/" + books.number("select identity_id from things where id = ?", site))
                .then()
                .statusCode(404);
        bob.asks()
                .body(Map.of("things", List.of(Map.of("url", server + "/on/email/" + number()))))
                .post("/api/v1/things/bulk")
                .then()
                .body("outcomes.status", contains("refused"))
                .body("outcomes[0].problem.detail", containsString("known by an e-mail address alone"));
        bob.asks()
                .body(Map.of("url", server + "/on/email/" + number()))
                .post("/api/v1/things")
                .then()
                .statusCode(201);
    }

    @Test
    void refusesWhatNoMailCanBeSentTo() {
        look("alice@nowhere")
                .statusCode(422)
                .body(containsString("No mail can be sent to alice@nowhere. If you mean somebody on Mastodon"));
    }

    private String offered(String parameter, String whom) {
        return bob.browses()
                .queryParam(parameter, whom)
                .get("/submit/auto")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Where whoever is not logged in is to go on afterwards. */
    private static String sentToLogIn(String whom) {
        var location = given().redirects()
                .follow(false)
                .queryParam("owner", whom)
                .get("/submit/auto")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(location).contains("/log-in?next=");
        return URLDecoder.decode(location.substring(location.indexOf("next=") + "next=".length()), UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private ValidatableResponse look(String of) {
        return bob.browses().queryParam("of", of).get("/dashboard/flattr").then();
    }

    private void flattr() {
        look(address());
        bob.forms()
                .queryParam("url", server + "/on/email/" + number())
                .post("/submit/auto/flattr")
                .then()
                .statusCode(303);
    }

    private String address() {
        return alice.username() + "@mail.example";
    }

    private String name() {
        return identities.name(EmailAddress.of(address())).value();
    }

    private String hash() {
        return name().substring("email:".length());
    }

    private long number() {
        books.run("insert into identities (name) values (?) on conflict do nothing", name());
        return books.number("select id from identities where name = ?", name());
    }

    private static String read(String path) {
        return given().accept("text/html, application/json, application/atom+xml")
                .get(path)
                .asString();
    }

    private static String overview(Person person) {
        return words(person, "/dashboard");
    }

    private String whatBobGives() {
        var given =
                "statements/given/" + books.text("select to_char(month, 'YYYY-MM') from months where state = 'open'");
        return words(bob, "/" + given)
                + bob.asks().get("/api/v1/" + given).asString()
                + bob.asks().get("/api/v1/" + given + ".csv").asString();
    }

    private static String words(Person person, String path) {
        return person.browses()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");
    }

    /** Without what stands for the address, and what is new in every page. */
    private static String bare(String page, String localPart) {
        return page.replace(localPart, "")
                .replaceAll("/on/email/\\d+|on%2Femail%2F\\d+", "")
                .replaceAll("nonce=\"[^\"]*\"|data-form=\"[^\"]*\"|name=\"form\" value=\"[^\"]*\"", "");
    }
}
