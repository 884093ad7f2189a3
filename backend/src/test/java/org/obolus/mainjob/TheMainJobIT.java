package org.obolus.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.testing.Eventually;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/** From a click on a blog to money in a creator's revenue, in a real browser, on the packaged server with its demo. */
@Tag("browser")
@Timeout(180)
class TheMainJobIT {

    private static final String ALICES_PASSWORD = "tides-and-loaves";

    @TempDir
    static Path data;

    private static ServerProcess server;
    private static RealBrowser chromium;

    @BeforeAll
    static void startTheDemo() throws Exception {
        server = ServerProcess.start(data, "demo");
        chromium = new RealBrowser();
        Eventually.holds("the demo's people have flattred", TheMainJobIT::isFilled);
        var anybody = new Reader(chromium.browser(), server, "anybody");
        PlaywrightAssertions.assertThat(count(anybody.open(blog()))).hasText("1");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void carriesAClickOnABlogIntoTheRevenueOfItsCreator() throws Exception {
        var frida = new Reader(chromium.browser(), server, "frida");
        var alice = new Reader(chromium.browser(), server, "alice");
        frida.signUp();
        var blog = frida.open(blog());
        var window = Reader.clickFlattr(blog);
        Reader.follow(window, "Log in");
        frida.logIn(window);
        setBudgetAndTopUp(window, "5.00", "3.10");
        Reader.awaitText(window, "You flattred this.");

        Reader.press(window, "Take it back");
        Reader.press(window, "Flattr");
        Reader.awaitText(window, "You flattred this.");
        window.waitForClose(() -> window.evaluate("setTimeout(() => document.querySelector('[data-closes]').click())"));
        Reader.returnTo(blog);
        PlaywrightAssertions.assertThat(count(blog)).hasText("2");

        var month = openMonth(frida);
        var fees = balance("fees");
        var revenue = balance("revenue:" + id("alice"));
        frida.letTimePass("To settlement day");

        alice.logIn(alice.openHere("/log-in"), ALICES_PASSWORD);
        var received = JsonPath.from(alice.read("/api/v1/statements/received/" + month));
        var given = JsonPath.from(frida.read("/api/v1/statements/given/" + month));
        var gross = received.getLong("gross_micros");
        assertThat(received.getString("state")).isEqualTo("settled");
        assertThat(given.getList("shares.amount_micros")).containsExactly(3_100_000);
        assertThat(given.getList("shares.receiver")).containsExactly("alice");
        assertThat(alice.read("/api/v1/statements/received/" + month + ".csv")).contains(",3.100000,");
        assertThat(balance("revenue:" + id("alice")) - revenue).isEqualTo(gross - gross / 10);
        assertThat(balance("fees") - fees).isEqualTo(gross / 10);
        assertThat(balance("funds:" + id("frida"))).isZero();
        var page = alice.openHere("/statements/received/" + month);
        Reader.awaitText(page, "Your revenue");
    }

    @Test
    void holdsTheShareOfASiteThatNobodyHasProvenUntilItIsClaimed() throws Exception {
        var greta = new Reader(chromium.browser(), server, "greta");
        var owner = new Reader(chromium.browser(), server, "hanna");
        try (var site = new ASiteOfSomebody("claimed", server.url("/button.js").toString())) {
            var month = flattrAndSettle(greta, site);
            assertThat(balance("held:" + month)).isGreaterThanOrEqualTo(2_000_000);

            owner.signUp();
            owner.logIn(owner.openHere("/log-in"));
            var asked = JsonPath.from(owner.send("/api/v1/sites", "{\"url\":\"" + site.page() + "\"}"));
            site.place(asked.getString("token"));
            owner.send("/api/v1/sites/" + site.host() + "/verification", "{}");

            assertThat(balance("revenue:" + id("hanna"))).isEqualTo(1_800_000);
            assertThat(greta.read("/api/v1/statements/given/" + month)).contains("\"claimed\"");
        }
    }

    @Test
    void givesTheShareOfASiteThatNobodyEverClaimsBackWhole() throws Exception {
        var ida = new Reader(chromium.browser(), server, "ida");
        try (var site =
                new ASiteOfSomebody("unclaimed", server.url("/button.js").toString())) {
            var month = flattrAndSettle(ida, site);
            assertThat(balance("funds:" + id("ida"))).isZero();

            ida.letTimePass("Forward by six months");

            assertThat(balance("funds:" + id("ida"))).isEqualTo(2_000_000);
            assertThat(ida.read("/api/v1/statements/given/" + month)).contains("\"returned\"");
        }
    }

    private static String blog() {
        return "http://blog.localhost:" + server.port() + "/repairing-a-three-speed-hub";
    }

    /** The demo is filled while the server answers already. */
    private static boolean isFilled() {
        try {
            return server.get("/counts?url=" + blog()).contains("\"flattrs\":1");
        } catch (IOException | InterruptedException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }

    /** Somebody new clicks the button of a page, pays for it, and the month ends. Answers the month. */
    private static String flattrAndSettle(Reader reader, ASiteOfSomebody site) {
        reader.signUp();
        var page = reader.open(site.page());
        var window = Reader.clickFlattr(page);
        Reader.follow(window, "Log in");
        reader.logIn(window);
        setBudgetAndTopUp(window, "2.00", "2.00");
        Reader.awaitText(window, "You flattred this.");
        var month = openMonth(reader);
        reader.letTimePass("To the end of the month");
        reader.letTimePass("To settlement day");
        return month;
    }

    static void setBudgetAndTopUp(Page window, String budget, String amount) {
        window.getByLabel("Monthly budget").fill(budget);
        Reader.press(window, "Set this budget");
        Reader.press(window, "Top up and flattr");
        window.getByLabel("Or another amount").fill(amount);
        Reader.press(window, "Go to the checkout");
        Reader.press(window, "Pay");
    }

    private static Locator count(Page page) {
        return page.locator("flattr-button .count").first();
    }

    private static String openMonth(Reader reader) {
        return JsonPath.from(reader.read("/api/v1/months")).getString("find { it.state == 'open' }.month");
    }

    private static long balance(String account) throws IOException, SQLException {
        return number("select coalesce((select balance from ledger_accounts where name = '" + account + "'), 0)");
    }

    private static long id(String username) throws IOException, SQLException {
        return number("select id from accounts where username = '" + username + "'");
    }

    private static long number(String sql) throws IOException, SQLException {
        try (var database = server.database();
                var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
