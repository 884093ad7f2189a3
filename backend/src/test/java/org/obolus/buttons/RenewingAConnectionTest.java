package org.obolus.buttons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class RenewingAConnectionTest {

    @Inject
    People people;

    @Inject
    Books books;

    private Person bob;
    private String site;
    private AFrame frame;

    @BeforeEach
    void connect() {
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        site = "https://renewing" + System.nanoTime() + ".example";
        frame = AFrame.connected(site, bob, site + "/first");
    }

    @Test
    void givesANewTokenAndANewHandle() {
        var handle = frame.handle;

        frame.renew().then().statusCode(200).body("expires_in", equalTo(3600));

        assertThat(frame.handle).isNotEqualTo(handle);
        frame.flattr(site + "/second", true).then().statusCode(200);
    }

    @Test
    void isAnsweredAgainWhereTheAnswerWasLost() {
        var old = frame.handle;
        frame.renew();

        frame.renew(old).then().statusCode(200);

        frame.renew().then().statusCode(200);
    }

    @Test
    void isAnsweredAgainHoweverLateForTheSameSuccessor() {
        var old = frame.handle;
        var next = AFrame.successor(old);
        frame.renew(old, next).then().statusCode(200);
        later(86_400);

        frame.renew(old, next).then().statusCode(200).body("handle", equalTo(next));

        frame.renew(next).then().statusCode(200);
    }

    @Test
    void isNotAnsweredAgainOnceTheSuccessorHasCome() {
        var old = frame.handle;
        var next = AFrame.successor(old);
        frame.renew(old, next);
        frame.renew(next);

        isRefused(frame.renew(old, next));

        isRefused(frame.renew());
    }

    @Test
    void needsASuccessorOfTheSameGrant() {
        var other = AFrame.connected(site, bob, site + "/first");

        isRefused(frame.renew(frame.handle, AFrame.successor(other.handle)));
        isRefused(frame.renew(frame.handle, frame.handle));
        isRefused(frame.renew(frame.handle, "x"));

        frame.renew().then().statusCode(200);
        other.renew().then().statusCode(200);
    }

    @Test
    void endsTheConnectionWhereAHandleComesTwiceAfterAWhile() {
        var copied = frame.handle;
        frame.renew();
        later(31);

        isRefused(frame.renew(copied));

        isRefused(frame.renew());
        isRefused(frame.flattr(site + "/second", true));
    }

    @Test
    void endsTheConnectionWhereAnOlderHandleComes() {
        var copied = frame.handle;
        frame.renew();
        frame.renew();

        isRefused(frame.renew(copied));

        isRefused(frame.renew());
    }

    @Test
    void needsTheKeyThatCannotLeaveTheFrame() {
        var thief = new AFrame(site);

        isRefused(thief.renew(frame.handle));

        frame.renew().then().statusCode(200);
    }

    @Test
    void needsASignatureForThisSite() {
        var next = AFrame.successor(frame.handle);

        isRefused(frame.renew(frame.handle, next, frame.signed(frame.handle + " " + next + " https://evil.example")));
        isRefused(frame.renew(frame.handle, next, frame.signed(frame.handle + " " + site)));
        isRefused(frame.renew(frame.handle, next, ""));
        isRefused(frame.renew(frame.handle, next, "AAAA"));

        frame.renew().then().statusCode(200);
    }

    @Test
    void doesNotMakeTheOldHandleLastLongerByUsingIt() {
        var old = frame.handle;
        frame.renew();
        later(20);
        frame.renew(old).then().statusCode(200);
        later(20);

        isRefused(frame.renew(old));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0123456789", "00000000-0000-4000-8000-000000000000.", "not-a-uuid.AAAA"})
    void isRefusedWithoutAHandle(String odd) {
        isRefused(frame.renew(odd));
    }

    @Test
    void endsWithANewPassword() {
        endAllGrants();

        isRefused(frame.renew());
    }

    @Test
    void redeemsACodeOnce() {
        var other = new AFrame(site);
        String code = other.offer(bob, site + "/first").path("code");
        other.redeem(code).then().statusCode(200);

        isRefused(other.redeem(code));
    }

    @Test
    void redeemsACodeForTheFrameThatAskedOnly() {
        var other = new AFrame(site);
        String code = other.offer(bob, site + "/first").path("code");

        isRefused(new AFrame(site).redeem(code));

        isRefused(other.redeem(code));
    }

    @Test
    void redeemsACodeOnItsSiteOnly() {
        var other = new AFrame(site);
        String code = other.offer(bob, site + "/first").path("code");

        isRefused(new AFrame("https://evil.example").redeem(code));
    }

    @Test
    void redeemsACodeForAMomentOnly() {
        var other = new AFrame(site);
        String code = other.offer(bob, site + "/first").path("code");
        books.run("update button_codes set expires_at = now() - interval '1 second' where account_id = ?", bob.id());

        isRefused(other.redeem(code));
    }

    @Test
    void redeemsNoCodeOfALogInThatHasEnded() {
        var other = new AFrame(site);
        String code = other.offer(bob, site + "/first").path("code");
        endAllGrants();

        isRefused(other.redeem(code));
    }

    @Test
    void redeemsTheLatestCodeOfASiteOnly() {
        var other = new AFrame(site);
        String first = other.offer(bob, site + "/first").path("code");
        String second = other.offer(bob, site + "/first").path("code");

        isRefused(other.redeem(first));

        other.redeem(second).then().statusCode(200);
    }

    @Test
    void endsTheOldestConnectionWhereOnePersonHasMoreThanTen() {
        var others = IntStream.range(0, 10)
                .mapToObj(i -> AFrame.connected(site, bob, site + "/first"))
                .toList();

        isRefused(frame.renew());

        others.forEach(other -> other.renew().then().statusCode(200));
    }

    @Test
    void endsTheConnectionHoweverOftenACopiedHandleComesAtOnce() {
        var copied = frame.handle;
        frame.renew();
        later(31);

        var answers = AtOnce.times(8, i -> frame.renew(copied));

        answers.forEach(RenewingAConnectionTest::isRefused);
        isRefused(frame.renew());
    }

    @Test
    void givesNothingThatOutlivesAnEndThatCameMeanwhile() {
        AtOnce.times(6, i -> i == 3 ? end() : frame.renew());

        isRefused(frame.flattr(site + "/second", true));
        isRefused(frame.renew());
    }

    @Test
    void staysOutOfCaches() {
        frame.renew().then().header("Cache-Control", equalTo("no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "%%%", "MIIBSzCCAQMGByqGSM49AgEwgfcCAQEwLAYHKoZIzj0BAQIhAP"})
    void needsAKeyThatABrowserMade(String odd) {
        var other = new AFrame(site);
        String code = other.offer(bob, site + "/first").path("code");

        isRefused(other.redeem(code, odd));
    }

    @Test
    void keepsNeitherCodeNorHandleAsItIs() {
        assertThat(books.number(
                        "select count(*) from button_keys where position(convert_to(?, 'UTF8') in handle) > 0",
                        frame.handle.substring(37)))
                .isZero();
    }

    private Response end() {
        return bob.forms().formParam("site", site).post("/dashboard/connected/end");
    }

    private void endAllGrants() {
        books.run("update grants set ended_at = now(), ended_in = pg_current_xact_id() where account_id = ?", bob.id());
    }

    /** As if so many seconds had gone by since the last renewal. */
    private void later(int seconds) {
        books.run(
                "update button_keys set renewed_at = renewed_at - make_interval(secs => ?)"
                        + " where grant_id in (select id from grants where account_id = ?)",
                (double) seconds,
                bob.id());
    }

    private static void isRefused(Response answer) {
        answer.then().statusCode(401).body("type", equalTo("/problems/not_connected"));
    }
}
