package org.obolus.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/** A fan's click is one click: on a site that is not ours, in a real browser, which keeps third-party cookies away. */
@Tag("browser")
@Timeout(180)
class OneClickIT {

    @TempDir
    static Path data;

    private static ServerProcess server;
    private static RealBrowser browser;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(data, "demo");
        browser = new RealBrowser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @Test
    void flattrsAtOnceWhereTheSiteIsConnected(@TempDir Path folder) throws Exception {
        try (var site = site();
                var context = browser.everyday(folder)) {
            var fan = new Reader(context, server, "fan" + NUMBER.incrementAndGet());
            connect(fan, site);

            var page = fan.open(site.page("second"));
            var popups = new AtomicInteger();
            page.onPopup(opened -> popups.incrementAndGet());
            press(page);

            PlaywrightAssertions.assertThat(button(page)).hasAttribute("aria-pressed", "true");
            assertThat(flattrs(fan)).isEqualTo(2);
            assertThat(popups).hasValue(0);
            assertThat(page.evaluate("events.map(({ type }) => type)").toString())
                    .isEqualTo("[flattr-given]");
        }
    }

    private static ASiteOfSomebody site() throws Exception {
        return new ASiteOfSomebody(
                "fans" + NUMBER.incrementAndGet(), server.url("/button.js").toString());
    }

    /** The first flattr on a site is confirmed in the window, where the site is connected too. */
    private static void connect(Reader fan, ASiteOfSomebody site) {
        fan.signUp();
        fan.logIn(fan.openHere("/log-in"));
        var page = fan.open(site.page("first"));
        var window = openWindow(page);
        TheMainJobIT.setBudgetAndTopUp(window, "5.00", "5.00");
        Reader.awaitText(window, "You flattred this.");
        Reader.press(window, "Connect");
        Reader.awaitText(window, "Done.");
        window.close();
        PlaywrightAssertions.assertThat(button(page)).hasAttribute("aria-pressed", "true");
        page.waitForFunction("localStorage.obolus === '1'");
        page.close();
    }

    private static Page openWindow(Page page) {
        page.locator("flattr-button").hover();
        button(page).waitFor();
        return page.waitForPopup(() -> button(page).click());
    }

    /** As a reader does, who has seen the button for a while. */
    private static void press(Page page) {
        PlaywrightAssertions.assertThat(button(page)).hasAttribute("title", Pattern.compile("Worth"));
        frame(page).locator(":root:not(.unsettled)").waitFor();
        button(page).click();
    }

    private static Locator button(Page page) {
        return frame(page).locator("a[role=button]");
    }

    private static FrameLocator frame(Page page) {
        return page.frameLocator("flattr-button iframe");
    }

    private static long flattrs(Reader reader) throws SQLException, IOException {
        try (var database = server.database();
                var query = database.prepareStatement(
                        "select count(*) from flattrs join accounts on id = supporter_id where username = ?")) {
            query.setString(1, reader.username());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
