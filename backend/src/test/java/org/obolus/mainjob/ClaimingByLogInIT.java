package org.obolus.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.identities.APlatform;
import org.obolus.identities.PlatformsHere;
import org.obolus.testing.Eventually;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/** From a flattr for somebody who has never been here to their revenue, by a log-in at their platform. */
@Tag("browser")
@Timeout(180)
class ClaimingByLogInIT {

    @TempDir
    static Path data;

    private static String platform;
    private static ServerProcess server;
    private static RealBrowser chromium;

    @BeforeAll
    static void start() throws Exception {
        platform = APlatform.startAs("social.localhost");
        var here = platform.replace("social.localhost", "127.0.0.1");
        server = ServerProcess.start(
                data,
                "demo",
                Stream.of("github", "gitlab", "twitch", "mastodon")
                        .flatMap(name -> configured(here, name))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        chromium = new RealBrowser();
    }

    private static Stream<Map.Entry<String, String>> configured(String platform, String name) {
        return PlatformsHere.settings(name, platform).entrySet().stream()
                .map(setting -> Map.entry(
                        setting.getKey().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), setting.getValue()));
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void carriesWhatWaitedIntoTheRevenueOfWhoeverLogsIn() {
        somebodyGives("gina", "github:user:id:90210");
        var octavia = new Reader(chromium.browser(), server, "octavia");

        var page = provesThemselves(octavia, "GitHub");
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

    @Test
    void givesBackAtOnceWhatSomebodyRefusesWhoHasNoAccount() {
        somebodyGives("greta", "gitlab:user:id:90210");
        var octavia = new Reader(chromium.browser(), server, "octavia-of-no-account");

        var page = provesThemselves(octavia, "GitLab");
        Reader.awaitText(page, "One person has flattred you: €2.00 is waiting.");
        page.getByText("I do not want to be flattred").click();
        EverybodyCanUseItIT.isOpen(page);
        Reader.press(page, "Opt out");

        Reader.awaitText(page, "Nobody can flattr you any more");
        EverybodyCanUseItIT.isOpen(page);
        Eventually.holds(
                "what was held is back with greta",
                () -> number("select balance from ledger_accounts where name = 'funds:' || "
                                + "(select id from accounts where username = 'greta')")
                        == 2_000_000);
    }

    @Test
    void goesToTheServerOfWhoeverIsOnMastodon() {
        var octavia = member("octavia-of-mastodon");
        var page = octavia.openHere("/claim");
        page.getByLabel("Mastodon").fill(platform.replace("http://", ""));
        Reader.press(page, "Go there");
        allow(page);

        Reader.press(page, "Collect");

        Reader.awaitText(page, "It is yours.");
        assertThat(JsonPath.from(octavia.read("/api/v1/identities")).getList("items.identity"))
                .containsExactly("mastodon:" + platform.replace("http://", "") + ":user:id:90210");
    }

    @Test
    void isContestedWhereTwoAccountsLogInAsTheSame() {
        var first = member("olaf");
        Reader.press(provesThemselves(first, "Twitch"), "Collect");
        var second = member("orla");

        var page = provesThemselves(second, "Twitch");
        Reader.awaitText(page, "Another account has collected as this person.");
        EverybodyCanUseItIT.isOpen(page);
        Reader.press(page, "Claim it all the same");

        Reader.awaitText(page, "contested");
        EverybodyCanUseItIT.isOpen(page);
        Reader.awaitText(first.openHere("/dashboard/identities"), "contested");
        Reader.awaitText(provesThemselves(first, "Twitch"), "Two accounts claim this person.");
    }

    private static Reader member(String username) {
        var member = new Reader(chromium.browser(), server, username);
        member.signUp();
        member.logIn(member.openHere("/log-in"));
        return member;
    }

    private static Page provesThemselves(Reader somebody, String platform) {
        var page = somebody.openHere("/claim");
        EverybodyCanUseItIT.isOpen(page);
        Reader.press(page, platform);
        allow(page);
        return page;
    }

    private static void allow(Page page) {
        page.waitForURL("**/authorize?*");
        Reader.follow(page, "Octavia, and I allow it");
        Reader.awaitText(page, "You are Octavia Example");
    }

    /** Two, for a thing that is theirs; and the month is settled. */
    private static void somebodyGives(String username, String identity) {
        var thing = username + ".example/";
        number("insert into identities (name) values ('" + identity + "') returning id");
        number("insert into things (url, url_key, identity_id, created_at, updated_at) select 'https://" + thing
                + "', '" + thing + "', id, now(), now() from identities where name = '" + identity
                + "' returning id");
        var giver = new Reader(chromium.browser(), server, username);
        giver.signUp();
        giver.logIn(giver.openHere("/log-in"));
        var page = giver.openHere("/submit/auto?url=https://" + thing);
        TheMainJobIT.setBudgetAndTopUp(page, "2.00", "2.00");
        Reader.awaitText(page, "You flattred this.");
        giver.letTimePass("To the end of the month");
        giver.letTimePass("To settlement day");
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

    private static long number(String sql) {
        try (var database = server.database();
                var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (IOException | SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
