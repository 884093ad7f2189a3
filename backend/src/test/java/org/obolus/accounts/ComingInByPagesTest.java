package org.obolus.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ComingInByPagesTest {

    @Inject
    Mailbox mailbox;

    @Test
    void leadsFromSigningUpToTheDashboard() {
        var alice = Newcomer.named("alice");

        signUp(alice).then().statusCode(303).header("Location", endsWith("/mail-sent"));
        var link = "/confirm/" + mailbox.secretFor(alice.email(), "confirm");
        page().get(link).then().statusCode(200).header("Referrer-Policy", equalTo("no-referrer"));
        form().post(link).then().statusCode(303).header("Location", endsWith("/log-in?news=confirmed"));
        var answer = logIn(alice, "/log-in");

        answer.then().statusCode(303).header("Location", endsWith("/dashboard"));
        assertThat(answer.cookie("obolus")).isNotEmpty();
    }

    @Test
    void showsEverythingThatIsWrongBesideItsFieldAndKeepsTheRest() {
        var answer = form().formParam("username", "a b")
                .formParam("email", "nowhere")
                .formParam("password", "short")
                .post("/sign-up");

        var page = Jsoup.parse(answer.asString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select("#username-error, #email-error, #password-error"))
                .hasSize(3);
        assertThat(page.select("#username").attr("value")).isEqualTo("a b");
        assertThat(page.select("#password").attr("value")).isEmpty();
    }

    @Test
    void saysBesideTheFieldThatANameIsTaken() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var answer = signUp(alice.with("other-" + alice.email()));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.asString()).select("#username-error").text())
                .contains("is taken");
    }

    @Test
    void asksAgainWhenThePasswordIsWrong() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var answer = logIn(alice.withPassword("not it at all"), "/log-in?next=/things/7");

        var page = Jsoup.parse(answer.asString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(page.select("#errors").text()).contains("No account has this name and this password");
        assertThat(page.select("#name").attr("value")).isEqualTo(alice.username());
        assertThat(page.select("main form").attr("action")).isEqualTo("/log-in?next=%2Fthings%2F7");
    }

    @Test
    void goesOnToThePageThatAskedForTheLogIn() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var answer = logIn(alice, "/log-in?next=/things/7?popout=1");

        answer.then().statusCode(303).header("Location", endsWith("/things/7?popout=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/|", "/things/7?a=[b]", "/%", "/things?q={x}"})
    void goesOnToAddressesThatOnlyBrowsersUnderstand(String next) {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var answer = logIn(alice, "/log-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));

        answer.then().statusCode(303).header("Location", equalTo(next));
        assertThat(answer.cookie("obolus")).isNotEmpty();
    }

    @Test
    void goesOnToThisServerWhateverAProxyCallsIt() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var answer = form().header("Host", "internal.example:8080")
                .formParam("name", alice.username())
                .formParam("password", alice.password())
                .post("/log-in");

        answer.then().statusCode(303).header("Location", equalTo("/dashboard"));
    }

    @Test
    void leadsANewMemberBackToThePageThatWasLeft() {
        var alice = Newcomer.named("alice");
        var here = "/sign-up?next=/things/7&popout=1";

        assertThat(Jsoup.parse(page().get(here).asString()).select("main form").attr("action"))
                .isEqualTo("/sign-up?next=%2Fthings%2F7&popout=1");
        form().formParam("username", alice.username())
                .formParam("email", alice.email())
                .formParam("password", alice.password())
                .post(here)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/mail-sent?next=%2Fthings%2F7&popout=1"));

        var link = mailbox.of(alice.email()).get(0).values().get("link");
        assertThat(link).endsWith("?next=%2Fthings%2F7");
        form().urlEncodingEnabled(false)
                .post(link.substring(link.indexOf("/confirm/")))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/log-in?news=confirmed&next=%2Fthings%2F7"));
    }

    @Test
    void leadsANewMemberToNoOtherSite() {
        var alice = Newcomer.named("alice");

        form().formParam("username", alice.username())
                .formParam("email", alice.email())
                .formParam("password", alice.password())
                .post("/sign-up?next=//evil.example/")
                .then()
                .statusCode(303);

        assertThat(mailbox.of(alice.email()).get(0).values().get("link")).doesNotContain("evil", "next");
    }

    @Test
    void goesOnToNoOtherSite() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var answer = logIn(alice, "/log-in?next=//evil.example/");

        answer.then().statusCode(303).header("Location", endsWith("/dashboard"));
    }

    @Test
    void offersTheMailAgainToWhoeverHasNotConfirmed() {
        var alice = Newcomer.named("alice");
        alice.signsUp();

        var answer = logIn(alice, "/log-in");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(answer.asString()).select("main a[href=/confirm]"))
                .hasSize(1);
        form().formParam("email", alice.email()).post("/confirm").then().statusCode(303);
        assertThat(mailbox.templatesOf(alice.email())).containsExactly("confirm", "confirm");
    }

    @Test
    void doesNotSpendALinkByLookingAtIt() {
        var alice = Newcomer.named("alice");
        alice.signsUp();
        var link = "/confirm/" + mailbox.secretFor(alice.email(), "confirm");

        page().get(link);
        page().get(link).then().statusCode(200);

        form().post(link).then().statusCode(303);
        page().get(link).then().statusCode(410);
    }

    @Test
    void helpsWhoeverForgotThePassword() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        form().formParam("email", alice.email())
                .post("/forgot")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/mail-sent"));
        var link = "/reset/" + mailbox.secretFor(alice.email(), "reset");

        form().formParam("new_password", "short").post(link).then().statusCode(422);
        form().formParam("new_password", "four green pans").post(link).then().statusCode(303);

        logIn(alice.withPassword("four green pans"), "/log-in").then().statusCode(303);
        form().formParam("new_password", "five red spoons").post(link).then().statusCode(410);
    }

    @Test
    void endsByLoggingOut() {
        var session = Newcomer.named("alice").settledIn(mailbox).session();

        inBrowser(session).post("/log-out").then().statusCode(303);

        Newcomer.browser(session).get("/api/v1/account").then().statusCode(401);
    }

    @Test
    void showsOnesOwnAccountOnlyToOneself() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var page = inBrowser(alice.session()).get("/account");

        assertThat(page.asString()).contains(alice.email(), "Where you are logged in");
        page().get("/account").then().statusCode(401);
    }

    @Test
    void showsANewTokenOnce() {
        var session = Newcomer.named("alice").settledIn(mailbox).session();

        var made = inBrowser(session)
                .formParam("name", "my <script>")
                .formParam("scopes", "flattr", "thing")
                .post("/account/tokens");

        var token = Jsoup.parse(made.asString()).select("pre code").first().text();
        assertThat(made.header("Cache-Control")).contains("no-store");
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/account")
                .then()
                .statusCode(200);
        assertThat(inBrowser(session).get("/account").asString())
                .contains("my &lt;script&gt;", "flattr, thing")
                .doesNotContain(token);
    }

    @Test
    void keepsWhatWasTickedWhenATokenIsRefused() {
        var session = Newcomer.named("alice").settledIn(mailbox).session();

        var answer = inBrowser(session).formParam("scopes", "thing").post("/account/tokens");

        var page = Jsoup.parse(answer.asString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select("#name-error")).hasSize(1);
        assertThat(page.select("input[name=scopes][checked]").eachAttr("value")).containsExactly("thing");
    }

    @Test
    void changesThePasswordOnesSelf() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var session = alice.session();

        inBrowser(session)
                .formParam("old_password", "not it at all")
                .formParam("new_password", "four green pans")
                .post("/account/password")
                .then()
                .statusCode(401);
        inBrowser(session)
                .formParam("old_password", alice.password())
                .formParam("new_password", "four green pans")
                .post("/account/password")
                .then()
                .statusCode(303);

        inBrowser(session).get("/account").then().statusCode(200);
        logIn(alice.withPassword("four green pans"), "/log-in").then().statusCode(303);
    }

    private static Response signUp(Newcomer newcomer) {
        return form().formParam("username", newcomer.username())
                .formParam("email", newcomer.email())
                .formParam("password", newcomer.password())
                .post("/sign-up");
    }

    private static Response logIn(Newcomer newcomer, String address) {
        return form().urlEncodingEnabled(!address.contains("%"))
                .formParam("name", newcomer.username())
                .formParam("password", newcomer.password())
                .post(address);
    }

    private static RequestSpecification page() {
        return given().redirects().follow(false).accept("text/html");
    }

    private static RequestSpecification form() {
        return page().contentType("application/x-www-form-urlencoded").header("Sec-Fetch-Site", "same-origin");
    }

    private static RequestSpecification inBrowser(String session) {
        return form().cookie("obolus", session);
    }
}
