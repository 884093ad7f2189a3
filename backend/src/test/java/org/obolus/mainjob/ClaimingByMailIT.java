package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.testing.Axe;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/** From a flattr for an e-mail address to the revenue of whoever confirms that address. */
@Tag("browser")
@Timeout(180)
class ClaimingByMailIT {

    @TempDir
    static Path data;

    private static ServerProcess server;
    private static RealBrowser chromium;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(data, "demo");
        chromium = new RealBrowser();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void carriesWhatWaitedIntoTheRevenueOfWhoeverReadsTheMail() {
        var fan = new Reader(chromium.browser(), server, "fan-of-ottilie");
        fan.signUp();
        fan.logIn(fan.openHere("/log-in"));
        give(fan.openHere("/dashboard/flattr"));
        fan.letTimePass("To the end of the month");
        fan.letTimePass("To settlement day");

        var ottilie = new Reader(chromium.browser(), server, "ottilie");
        ottilie.signUp();
        ottilie.logIn(ottilie.openHere("/log-in"));
        var page = ottilie.openHere("/dashboard");
        Reader.awaitText(page, "1 person has flattred you: €2.00 is waiting.");
        everybodyCanUse(page);
        Reader.press(page, "Claim it");

        page.waitForURL("**/dashboard?news=*");
        assertThat(page.getByText("is waiting.")).hasCount(0);
        assertThat(JsonPath.from(ottilie.read("/api/v1/revenue")).getLong("revenue_micros"))
                .isEqualTo(1_800_000);
        assertThat(fan.read("/dashboard/flattr?of=ottilie%40mail.example")).doesNotContain("/people/ottilie");
    }

    private static void give(Page page) {
        page.getByLabel("Whom or what").fill("Ottilie@Mail.Example");
        Reader.press(page, "Look");
        Reader.awaitText(page, "We write to nobody there, and we do not keep the address");
        everybodyCanUse(page);
        TheMainJobIT.setBudgetAndTopUp(page, "2.00", "2.00");
        Reader.awaitText(page, "You flattred this.");
        Reader.awaitText(page, "Tell them");
        everybodyCanUse(page);
    }

    /** A button accepts nothing in the page's first moment, and looks like it. */
    private static void everybodyCanUse(Page page) {
        page.locator("html:not(.unsettled)").waitFor();
        page.waitForFunction("document.getAnimations().length === 0");
        assertThat(Axe.findings(page)).isEmpty();
    }
}
