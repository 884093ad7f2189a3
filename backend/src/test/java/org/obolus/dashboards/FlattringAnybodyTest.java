package org.obolus.dashboards;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.APlatform;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class FlattringAnybodyTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @ConfigProperty(name = "obolus.url")
    String server;

    private Person bob;
    private APlatform social;

    @BeforeEach
    void begin() {
        bob = people.person("bob");
        social = APlatform.named("social").withMember("109", "alice", "Alice <b>Liddell</b>");
        books.means(bob, "2.00", "2.00");
    }

    @AfterEach
    void end() {
        social.close();
    }

    @Test
    void showsWhoItIsBeforeAnythingIsGiven() {
        look(social.handle("alice"))
                .statusCode(200)
                .body(containsString("<bdi>Alice &lt;b&gt;Liddell&lt;/b&gt;</bdi>"))
                .body(containsString("<bdi>" + social.handle("alice") + "</bdi> on Mastodon"))
                .body(containsString("href=\"" + social.address("/@alice") + "\""))
                .body(containsString("Not here yet: what you give this month waits until "))
                .body(containsString("Flattr “"));

        assertThat(books.number("select count(*) from things where url = ?", address()))
                .isZero();
    }

    @Test
    void makesThemAThingByTheFirstFlattr() {
        look(social.handle("alice"));

        flattr(address()).statusCode(303).header("Location", containsString("/dashboard/flattr?of="));

        look(social.handle("alice")).body(containsString("You flattred this."), containsString("· 1 flattr"));
        assertThat(books.text("select title || ', ' || category from things where url = ?", address()))
                .isEqualTo("Alice <b>Liddell</b> on Mastodon, people");
        assertThat(books.text(
                        "select i.name from things t join identities i on i.id = t.identity_id where url = ?",
                        address()))
                .isEqualTo(identity());
    }

    @Test
    void holdsTheShareUnderTheirIdentity() {
        time.settleTheMonth();
        look(social.handle("alice"));
        flattr(address());

        var month = time.settleTheMonth();

        assertThat(books.balance("held:" + month)).isEqualTo(2_000_000);
        assertThat(books.number(
                        "select count(*) from held_shares h join identities i on i.id = h.identity_id where i.name = ?",
                        identity()))
                .isEqualTo(1);
        bob.asks()
                .get("/api/v1/statements/given/" + month)
                .then()
                .body("shares.url", contains(address()))
                .body("shares.state", contains("held"));
    }

    @Test
    void meansThePersonByTheAddressOfTheirProfileToo() {
        look(social.address("/@alice")).body(containsString("on Mastodon"));

        bob.forms()
                .queryParam("url", social.address("/@alice"))
                .post("/submit/auto/flattr")
                .then()
                .statusCode(303);

        assertThat(books.number(
                        "select count(*) from flattrs f join things t on t.id = f.thing_id where t.url = ?", address()))
                .isEqualTo(1);
        assertThat(books.number("select count(*) from things where url = ?", social.address("/@alice")))
                .isZero();
    }

    @Test
    void asksThePlatformOnceAnHour() {
        look(social.handle("alice"));
        look(social.handle("alice"));
        look(social.address("/@alice"));

        assertThat(social.visits()).hasSize(1);
        books.run("update platform_users set seen_at = seen_at - interval '61 minutes' where user_id = '109'");
        look(social.handle("alice"));

        assertThat(social.visits()).hasSize(2);
    }

    @Test
    void saysInTheFieldWhyNobodyWasFound() {
        look(social.handle("nobody"))
                .statusCode(404)
                .body(containsString("id=\"of-error\""))
                .body(containsString("knows nobody called " + social.handle("nobody")));
    }

    @Test
    void offersThePlatformsWhereANameCouldBeSomebodys() {
        look("@alice")
                .statusCode(422)
                .body(containsString("Which of these?"))
                .body(containsString("href=\"/dashboard/flattr?of=github%3Aalice\""));
    }

    @Test
    void showsWhomAPageNamesBeforeAnythingIsGiven() {
        var carol = people.person("carol");
        try (var blog = LittleSite.named("blog")
                .with("/post", "<head><meta name=\"obolus:account\" content=\"" + carol.username() + "\"></head>")) {
            look(blog.address("/post"))
                    .statusCode(200)
                    .body(containsString("It is for <a href=\"/people/" + carol.username() + "\">"));

            assertThat(books.number("select count(*) from things where url = ?", blog.address("/post")))
                    .isZero();
        }
    }

    @Test
    void saysThatAPageOfNobodysIsForWhoeverProvesItsSite() {
        try (var blog = LittleSite.named("blog").with("/@post", "<p>Nobody")) {
            look(blog.address("/@post"))
                    .statusCode(200)
                    .body(containsString("for whoever proves " + blog.host().split(":")[0]));
        }
    }

    @Test
    void saysWhoCollects() {
        var alice = people.person("alice");
        look(social.handle("alice"));
        books.run("update identities set account_id = ? where name = ?", alice.id(), identity());

        look(social.handle("alice"))
                .body(containsString("Collects here as <a href=\"/people/" + alice.username() + "\">"))
                .body(not(containsString("waits until")));
        alice.browses()
                .queryParam("of", social.handle("alice"))
                .get("/dashboard/flattr")
                .then()
                .body(containsString("This is yours."));
    }

    @Test
    void saysWhoWantsNoFlattrs() {
        look(social.handle("alice"));
        books.run("update identities set opted_out_at = calendar_now() where name = ?", identity());

        look(social.handle("alice"))
                .body(containsString("does not want flattrs."))
                .body(not(containsString("waits until")));
    }

    @Test
    void isAPageOfTheirOwnThatEverybodyCanRead() {
        look(social.handle("alice"));

        page().statusCode(200)
                .body(containsString("<bdi>Alice &lt;b&gt;Liddell&lt;/b&gt;</bdi>"))
                .body(containsString("Log in to flattr this."));
        given().accept("text/html")
                .get("/on/github/1")
                .then()
                .statusCode(401)
                .body(containsString("Nobody here has met that person yet."))
                .body(containsString("/log-in?next=%2Fon%2Fgithub%2F1"));
        given().accept("text/html").get("/on/GitHub/..").then().statusCode(404);
    }

    @Test
    void followsTheirNewNameOnceADay() {
        look(social.handle("alice"));
        flattr(address());
        social.withMember("109", "liddell", "Liddell");

        page().body(containsString("Alice"));
        aDayLater();

        page().body(containsString("<bdi>" + social.handle("liddell") + "</bdi>"));
        assertThat(books.text("select title from things where url = ?", address()))
                .isEqualTo("Liddell on Mastodon");
    }

    @Test
    void leavesATitleOfTheirOwnAlone() {
        look(social.handle("alice"));
        flattr(address());
        books.run("update things set title = 'My own words' where url = ?", address());
        social.withMember("109", "liddell", "Liddell");
        aDayLater();

        page().body(containsString(social.handle("liddell")));

        assertThat(books.text("select title from things where url = ?", address()))
                .isEqualTo("My own words");
    }

    @Test
    void showsWhatWasKnownWhereThePlatformDoesNotAnswer() {
        look(social.handle("alice"));
        social.without("/api/v1/accounts/109");
        var visits = social.visits().size();
        aDayLater();

        page().statusCode(200).body(containsString("Alice"));
        page().statusCode(200);

        assertThat(social.visits()).hasSize(visits + 1);
    }

    @Test
    void isSomebodyElseWhoTakesOverAnOldName() {
        look(social.handle("alice"));
        flattr(address());
        social.withMember("110", "alice", "Another Alice");
        books.run("update platform_users set seen_at = seen_at - interval '2 hours' where user_id = '109'");

        look(social.handle("alice")).body(containsString("Another Alice"), containsString("Flattr “"));
    }

    @Test
    void givesToWhomTheCardShowedAlsoWhenTheNameIsTakenOverMeanwhile() {
        look(social.handle("alice")).body(containsString("url=" + encoded(address())));
    }

    @Test
    void comesFromOtherSitesByTheIdentityAlone() {
        look(social.handle("alice"));

        given().accept("text/html")
                .queryParam("owner", identity())
                .get("/submit/auto")
                .then()
                .statusCode(200)
                .body(containsString("<bdi>" + social.handle("alice") + "</bdi> on Mastodon"));
    }

    @Test
    void givesNothingToAnIdentityThatAPageOnlyNames() {
        look(social.handle("alice"));

        bob.forms()
                .queryParam("url", "https://elsewhere.example/post")
                .queryParam("owner", identity())
                .post("/submit/auto/flattr")
                .then()
                .statusCode(303);

        assertThat(books.text(
                        "select i.name from flattrs f join identities i on i.id = f.identity_id where f.supporter_id = ?",
                        bob.id()))
                .isEqualTo("site:elsewhere.example");
        given().accept("text/html")
                .queryParam("url", "https://elsewhere.example/post")
                .queryParam("owner", identity())
                .queryParam("title", "A post")
                .get("/submit/auto")
                .then()
                .body(containsString("It names <bdi>" + identity() + "</bdi> as its maker."));
    }

    @Test
    void isAskedForByApps() {
        bob.asks()
                .queryParam("of", social.handle("alice"))
                .get("/api/v1/identities/lookup")
                .then()
                .statusCode(200)
                .body("kind", equalTo("person"))
                .body("identity", equalTo(identity()))
                .body("url", equalTo(address()))
                .body("handle", equalTo("alice"))
                .body("name", equalTo("Alice <b>Liddell</b>"))
                .body("profile", equalTo(social.address("/@alice")))
                .body("owner", nullValue());
        bob.asks()
                .queryParam("of", "https://unseen.example/post")
                .get("/api/v1/identities/lookup")
                .then()
                .statusCode(200)
                .body("kind", equalTo("page"))
                .body("identity", equalTo("site:unseen.example"))
                .body("url", equalTo("https://unseen.example/post"));
        bob.asks()
                .queryParam("of", "@alice")
                .get("/api/v1/identities/lookup")
                .then()
                .statusCode(422)
                .body("type", containsString("which_platform"))
                .body("choices.of", contains("github:alice", "gitlab:alice"));
    }

    @Test
    void isRegisteredByAppsByHandleOrIdentity() {
        bob.asks()
                .body("{\"handle\": \"" + social.handle("alice") + "\", \"title\": \"Not mine\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .body("url", equalTo(address()))
                .body("title", equalTo("Alice <b>Liddell</b> on Mastodon"))
                .body("category", equalTo("people"))
                .body("identity", equalTo(identity()))
                .body("owned", equalTo(false));
        bob.asks()
                .body("{\"owner\": \"" + identity() + "\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(200)
                .body("url", equalTo(address()));
        bob.asks()
                .body("{\"owner\": \"site:blog.example\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(422)
                .body("field", equalTo("owner"));
        bob.asks()
                .body("{\"owner\": \"" + identity() + "\", \"url\": \"https://a.example/\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(422);
    }

    @Test
    void isNeverOfThisServersOwnSiteHoweverItIsWritten() {
        look(social.handle("alice"));

        for (var written : new String[] {address() + "?x=1", address() + "/", address() + "#me"}) {
            bob.asks()
                    .body("{\"url\": \"" + written + "\"}")
                    .post("/api/v1/things")
                    .then()
                    .body("url", equalTo(address()))
                    .body("identity", equalTo(identity()));
        }
        bob.asks()
                .body("{\"things\": [{\"url\": \"" + address() + "?bulk\"}]}")
                .post("/api/v1/things/bulk")
                .then()
                .body("outcomes.status", contains("unchanged"))
                .body("outcomes.thing.identity", contains(identity()));
    }

    @Test
    void refusesPeopleWhomNobodyKnows() {
        bob.asks()
                .body("{\"url\": \"" + server + "/on/mastodon:" + social.host() + "/404\"}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(404)
                .body("type", containsString("no_such_person"));
    }

    private ValidatableResponse look(String of) {
        return bob.browses().queryParam("of", of).get("/dashboard/flattr").then();
    }

    private ValidatableResponse flattr(String url) {
        return bob.forms()
                .queryParam("url", url)
                .formParam("return_to", "/dashboard/flattr?of=" + encoded(social.handle("alice")))
                .post("/submit/auto/flattr")
                .then();
    }

    private ValidatableResponse page() {
        return given().accept("text/html")
                .get("/on/mastodon:" + social.host() + "/109")
                .then();
    }

    private void aDayLater() {
        books.run(
                "update platform_users set seen_at = seen_at - interval '25 hours' where platform = ?",
                "mastodon:" + social.host());
    }

    private String identity() {
        return "mastodon:" + social.host() + ":user:id:109";
    }

    private String address() {
        return server + "/on/mastodon:" + social.host() + "/109";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
