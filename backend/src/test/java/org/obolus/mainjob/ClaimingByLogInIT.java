package org.obolus.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.identities.APlatform;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/** From a flattr for somebody who has never been here to their revenue, by a log-in at their platform. */
@Tag("browser")
@Timeout(180)
class ClaimingByLogInIT {

    private static final String THING = "https://octavia.example/";

    @TempDir
    static Path data;

    private static ServerProcess server;
    private static RealBrowser chromium;

    @BeforeAll
    static void start() throws Exception {
        var platform = APlatform.start();
        server = ServerProcess.start(
                data,
                "demo",
                Map.of(
                        "OBOLUS_PLATFORMS_GITHUB_CLIENT_ID", APlatform.CLIENT,
                        "OBOLUS_PLATFORMS_GITHUB_CLIENT_SECRET", APlatform.SECRET,
                        "OBOLUS_PLATFORMS_GITHUB_AUTHORIZATION", platform + "/github/authorize",
                        "OBOLUS_PLATFORMS_GITHUB_TOKEN", platform + "/github/token",
                        "OBOLUS_PLATFORMS_GITHUB_USER", platform + "/github/me"));
        chromium = new RealBrowser();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void carriesWhatWaitedIntoTheRevenueOfWhoeverLogsIn() throws Exception {
        somebodyGives("2.00");
        var octavia = new Reader(chromium.browser(), server, "octavia");

        var page = octavia.openHere("/claim");
        EverybodyCanUseItIT.isOpen(page);
        Reader.press(page, "GitHub");
        page.waitForURL("**/github/authorize?*");
        Reader.follow(page, "Octavia, and I allow it");
        Reader.awaitText(page, "You are Octavia Example");
        Reader.awaitText(page, "One person has flattred you: €2.00 is waiting.");
        EverybodyCanUseItIT.isOpen(page);

        Reader.follow(page, "Create an account");
        signUp(page);
        octavia.logIn(page);
        Reader.awaitText(page, "You are Octavia Example");
        EverybodyCanUseItIT.isOpen(page);
        Reader.press(page, "Collect");

        Reader.awaitText(page, "It is yours. What was held for it is revenue of yours now, less the fee.");
        EverybodyCanUseItIT.isOpen(page);
        assertThat(number("select balance from ledger_accounts where name = 'revenue:' || "
                        + "(select id from accounts where username = 'octavia')"))
                .isEqualTo(1_800_000);
        assertThat(JsonPath.from(octavia.read("/api/v1/identities")).getList("items.identity"))
                .containsExactly("github:user:id:90210");
    }

    private static void somebodyGives(String amount) throws Exception {
        number("insert into identities (name) values ('github:user:id:90210') returning id");
        number("insert into things (url, url_key, identity_id, created_at, updated_at) select '" + THING
                + "', 'octavia.example/', id, now(), now() from identities where name = 'github:user:id:90210'"
                + " returning id");
        var gina = new Reader(chromium.browser(), server, "gina");
        gina.signUp();
        gina.logIn(gina.openHere("/log-in"));
        var page = gina.openHere("/submit/auto?url=" + THING);
        TheMainJobIT.setBudgetAndTopUp(page, amount, amount);
        Reader.awaitText(page, "You flattred this.");
        gina.letTimePass("To the end of the month");
        gina.letTimePass("To settlement day");
    }

    /** The page to come back to goes along, through the mail too. */
    private static void signUp(Page page) {
        page.getByLabel("Username").fill("octavia");
        page.getByLabel("E-mail address").fill("octavia@mail.example");
        page.getByLabel("Password").fill("rowing-past-the-lamp");
        Reader.press(page, "Sign up");
        page.waitForURL("**/mail-sent*");
        page.navigate(server.url("/dev/mails").toString());
        page.locator("a[href*='/confirm/']").first().click();
        Reader.press(page, "Confirm");
        page.waitForURL("**/log-in**");
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
