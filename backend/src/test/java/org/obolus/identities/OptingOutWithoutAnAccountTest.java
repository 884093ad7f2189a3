package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.obolus.testing.LittleSite.PROOF_FILE;
import static org.obolus.testing.OptOutPage.stranger;
import static org.obolus.testing.OptOutPage.token;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.EmailAddress;
import org.obolus.accounts.People;
import org.obolus.calendar.Month;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.OptOutPage;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;
import org.obolus.web.Neighbourhood;

@QuarkusTest
class OptingOutWithoutAnAccountTest {

    private static final Pattern LINK = Pattern.compile("/opt-out/email/[A-Za-z0-9._-]+");

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Identities identities;

    @Inject
    OptOutAlone optOutAlone;

    private Person alice;
    private Person bob;
    private LittleSite blog;
    private Month settled;

    @BeforeEach
    void bobGivesInTwoMonths() {
        time.settleTheMonth();
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "2.00", "3.00");
        blog = LittleSite.named("wantsnone");
        books.flattr(bob, books.thingOfNobody(blog.host()));
        settled = time.settleTheMonth();
        books.flattr(bob, books.thingOfNobody(blog.host()));
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void takesATokenAtTheSiteAndNoAccount() {
        var page = OptOutPage.begin(blog);
        blog.with(PROOF_FILE, token(page));

        look(page).statusCode(303).header("Location", endsWith("/opt-out/done"));
        time.doWhatIsDue();

        assertThat(books.balance("held:" + settled)).isZero();
        assertThat(books.balance("funds:" + bob.id())).isEqualTo(3_000_000);
        assertThat(books.number("select count(*) from voids where supporter_id = ?", bob.id()))
                .isEqualTo(1);
        bob.asks()
                .body("{\"thing\":" + books.thingOfNobody(blog.host()) + "}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/opted_out"));
    }

    @Test
    void takesAMetaTagToo() {
        var page = OptOutPage.begin(blog);
        blog.with("/", "<html><head><meta name=obolus-verification content=" + token(page) + "></head></html>");

        look(page).statusCode(303);

        assertThat(proof("site:" + blog.host())).isEqualTo("meta");
    }

    @Test
    void saysWhatIsMissing() {
        var page = OptOutPage.begin(blog);
        blog.with("/", "<html><head></head></html>");

        look(page)
                .statusCode(422)
                .body(containsString("Your token is not to be seen at " + blog.host()))
                .body(containsString("with the token in its head."), not(containsString("profile")));

        assertThat(optedOut("site:" + blog.host())).isZero();
    }

    @Test
    void believesNobodyElsesToken() {
        var page = OptOutPage.begin(blog);
        blog.with(PROOF_FILE, token(OptOutPage.begin(blog)));

        look(page).statusCode(422);
        stranger()
                .post("/opt-out/site?host=" + blog.host() + "&seed=short")
                .then()
                .statusCode(303);

        assertThat(optedOut("site:" + blog.host())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&host=", "&host=%3A%2F%2F"})
    void saysThatNoSiteIsNamed(String host) {
        var address = "/opt-out/site?seed=" + "A".repeat(43) + host;

        for (var answer : List.of(stranger().get(address), stranger().post(address))) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
            assertThat(answer.asString()).containsAnyOf("This address names no site.", "No browser opens a site");
        }
    }

    @Test
    void isNotForASiteThatSomebodyHasProven() {
        var page = OptOutPage.begin(blog);
        blog.provenBy(alice);
        blog.with(PROOF_FILE, blog.tokenFor(alice) + "\n" + token(page));

        look(page).statusCode(403).body(containsString("Only the proven owner"));

        assertThat(optedOut("site:" + blog.host())).isZero();
    }

    @Test
    void endsWithALaterClaimAndIsRememberedForEver() {
        var page = OptOutPage.begin(blog);
        blog.with(PROOF_FILE, token(page));
        look(page).statusCode(303);

        blog.provenBy(alice);

        assertThat(optedOut("site:" + blog.host())).isZero();
        assertThat(proof("site:" + blog.host())).isEqualTo("file");
        bob.asks()
                .body("{\"thing\":" + books.thingOfNobody(blog.host()) + "}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(201);
    }

    @Test
    void takesALinkThatIsMailedToTheAddress() {
        var address = "nobody" + bob.id() + "@mail.example";
        var mail = identities.name(EmailAddress.of(address)).value();
        books.flattr(bob, books.thingOfIdentity(mail));
        stranger().formParam("email", address).post("/opt-out/email").then().statusCode(303);
        var link = linkTo(address);

        stranger().get(link).then().statusCode(200).body(containsString("Opt out"));
        assertThat(optedOut(mail)).isZero();
        stranger().post(link).then().statusCode(303);

        assertThat(optedOut(mail)).isEqualTo(1);
        assertThat(proof(mail)).isEqualTo("email");
        assertThat(books.number(
                        "select count(*) from voids v join identities i on i.id = v.identity_id where i.name = ?",
                        mail))
                .isEqualTo(1);
    }

    @Test
    void believesNoLinkThatItDidNotWrite() {
        var address = "somebody" + bob.id() + "@mail.example";
        stranger().formParam("email", address).post("/opt-out/email").then().statusCode(303);
        var link = linkTo(address);
        var other = identities.name(EmailAddress.of("else" + address)).key();

        var forged = link.replaceFirst("[0-9a-f]{64}", other);
        stranger().post(forged).then().statusCode(410);
        stranger().get(link + "x").then().statusCode(410);
        stranger().post("/opt-out/email/nothing").then().statusCode(410);

        assertThat(optedOut("email:" + other)).isZero();
    }

    @Test
    void writesToAnAddressOnceWhileALinkWorksAndSaysTheSameBothTimes() {
        var address = "often" + bob.id() + "@mail.example";
        var first = sentTo(address);

        var second = sentTo(address);

        assertThat(second).isEqualTo(first);
        assertThat(books.number(
                        "select count(*) from outbox where kind = 'mail' and payload like ?",
                        "%\"to\":\"" + address + "\"%"))
                .isEqualTo(1);
        assertThat(stranger().get(first).asString()).contains("An address gets one such mail in ");
    }

    @Test
    void leadsFromALinkThatIsOverToAnother() {
        var pages = List.of(stranger().get("/opt-out/email/over"), stranger().post("/opt-out/email/over"));

        assertThat(pages).allSatisfy(page -> {
            assertThat(page.statusCode()).isEqualTo(410);
            assertThat(Jsoup.parse(page.asString()).select("main").outerHtml())
                    .contains("This link does not work any more", "action=\"/opt-out/email\"")
                    .doesNotContain("/log-in");
        });
    }

    @Test
    void takesNotAnyNumberOfLinksFromOnePlace() {
        var here = new Neighbourhood("198.51.100." + bob.id() % 250);

        var refusals = IntStream.range(0, 21)
                .mapToObj(number -> refusal(optOutAlone.byLink("over", here)))
                .toList();

        assertThat(refusals.subList(0, 20)).containsOnly("LinkOver");
        assertThat(refusals.get(20)).isEqualTo("TooManyRequests");
    }

    @Test
    void saysBesideTheFieldWhatIsNoSiteAndNoAddress() {
        stranger()
                .formParam("site", "no site at all")
                .post("/opt-out")
                .then()
                .statusCode(422)
                .body(containsString("id=\"site-error\""));
        stranger()
                .formParam("email", "nobody")
                .post("/opt-out/email")
                .then()
                .statusCode(422)
                .body(containsString("id=\"email-error\""), not(containsString("id=\"site-error\"")));
    }

    private static ValidatableResponse look(String page) {
        return stranger().post(page).then();
    }

    private String linkTo(String address) {
        var mail = books.text(
                "select payload from outbox where kind = 'mail' and payload like ? order by id desc limit 1",
                "%\"to\":\"" + address + "\"%");
        var found = LINK.matcher(mail);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String sentTo(String address) {
        return stranger()
                .formParam("email", address)
                .post("/opt-out/email")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
    }

    private static String refusal(Uni<Void> asked) {
        return asked.replaceWith("taken")
                .onFailure()
                .recoverWithItem(refused -> refused.getClass().getSimpleName())
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private long optedOut(String identity) {
        return books.number("select count(*) from identities where opted_out_at is not null and name = ?", identity);
    }

    private String proof(String identity) {
        return books.text(
                "select o.proof from opt_outs o join identities i on i.id = o.identity_id where i.name = ?", identity);
    }
}
