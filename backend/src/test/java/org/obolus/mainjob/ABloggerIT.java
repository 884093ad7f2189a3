package org.obolus.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;
import org.obolus.testing.WordPressProcess;

/** From a new WordPress with the plugin to money in its blogger's revenue, in a real browser, with the packaged server. */
@Tag("browser")
@Timeout(300)
class ABloggerIT {

    @TempDir
    static Path data;

    private static ServerProcess server;
    private static WordPressProcess wordpress;
    private static RealBrowser chromium;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(data, "demo");
        wordpress = WordPressProcess.start("trixie");
        chromium = new RealBrowser();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        wordpress.close();
        server.close();
    }

    @Test
    void receivesWhatAFanGivesForAPostOfTheirs() {
        var context = RealBrowser.window(chromium.browser());
        var bella = new Reader(context, server, "bella");
        bella.signUp();
        bella.logIn(bella.openHere("/log-in"));
        var desk = logInToWordPress(context);

        connect(desk);
        var address = publish(desk, "How to bake bread");
        runTheSchedule(context);

        var thing = JsonPath.from(bella.read("/api/v1/things?url=" + encoded(address)));
        assertThat(thing.getString("title")).isEqualTo("How to bake bread");
        assertThat(thing.getString("owner")).isEqualTo("bella");

        var month = flattredByFelix(address);
        var received = JsonPath.from(bella.read("/api/v1/statements/received/" + month));
        assertThat(received.getString("state")).isEqualTo("settled");
        assertThat(received.getLong("gross_micros")).isEqualTo(5_000_000);
        assertThat(JsonPath.from(bella.read("/api/v1/revenue")).getLong("revenue_micros"))
                .isEqualTo(4_500_000);
    }

    private static Page logInToWordPress(BrowserContext context) {
        var page = context.newPage();
        page.navigate(wordpress.address("/wp-login.php"));
        page.locator("#user_login").fill("admin");
        page.locator("#user_pass").fill("admin-pass");
        page.locator("#wp-submit").click();
        page.waitForURL("**/wp-admin/**");
        return page;
    }

    /** By the blogger's consent at the server, which looks for the proof of the site meanwhile. */
    private static void connect(Page page) {
        page.navigate(wordpress.address("/wp-admin/options-general.php?page=obolus"));
        page.getByLabel("Address of the server").fill(server.url("").toString());
        page.locator("button[name=how][value=app]").click();
        Reader.awaitText(page, "act for you?");
        Reader.press(page, "Allow it");
        page.waitForURL(wordpress.address("/wp-admin/**"));
        Reader.awaitText(page, "This site is connected as bella.");
        Reader.awaitText(page, "is proven to be yours.");
    }

    /** Answers the address of the post. */
    private static String publish(Page page, String title) {
        page.navigate(wordpress.address("/wp-admin/post-new.php"));
        page.waitForFunction("window.wp?.data?.select('core/editor')?.getCurrentPostId?.()");
        page.evaluate("""
                () => {
                  wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
                  wp.data.dispatch('core/preferences').set('core', 'enableChoosePatternModal', false);
                }""");
        page.frameLocator("iframe[name=editor-canvas]")
                .locator("h1.wp-block-post-title")
                .click();
        page.keyboard().type(title);
        page.keyboard().press("Enter");
        page.keyboard().type("Flour, water, salt.");
        page.locator("button.editor-post-publish-panel__toggle, button.editor-post-publish-button__button")
                .first()
                .click();
        page.locator(".editor-post-publish-panel button.editor-post-publish-button")
                .click();
        page.waitForFunction("wp.data.select('core/editor').isCurrentPostPublished()");
        return (String) page.evaluate("wp.data.select('core/editor').getCurrentPost().link");
    }

    /** As the request of a visitor begins it. */
    private static void runTheSchedule(BrowserContext context) {
        var page = context.newPage();
        page.navigate(wordpress.address("/wp-cron.php"));
        page.close();
    }

    /** Somebody new reads the post, clicks, pays, and the month ends. Answers the month. */
    private static String flattredByFelix(String address) {
        var felix = new Reader(chromium.browser(), server, "felix");
        felix.signUp();
        var page = felix.open(address);
        PlaywrightAssertions.assertThat(page.locator("flattr-button")).hasCount(1);
        var window = Reader.clickFlattr(page);
        Reader.follow(window, "Log in");
        felix.logIn(window);
        TheMainJobIT.setBudgetAndTopUp(window, "5.00", "5.00");
        Reader.awaitText(window, "You flattred this.");
        var month = JsonPath.from(felix.read("/api/v1/months")).getString("find { it.state == 'open' }.month");
        felix.letTimePass("To the end of the month");
        felix.letTimePass("To settlement day");
        return month;
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
