package org.obolus.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.testing.Axe;

/** Nothing in the button or on our pages shuts anybody out, as far as a machine can tell. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class EverybodyCanUseItIT {

    static final String ALL_LAYOUTS = """
            for (const layout of ['compact', 'icon', 'text']) {
              const url = location.href + '/' + layout;
              FlattrLoader.render({ url, title: layout, button: layout }, document.querySelector('main'));
            }""";

    @TempDir
    static Path folder;

    private static AFansReading reading;
    private static AFan fan;
    private static Reader stranger;

    @BeforeAll
    static void connect() throws Exception {
        reading = new AFansReading(folder);
        fan = reading.fan;
        stranger = new Reader(reading.browser.browser(), reading.server, "stranger");
    }

    @AfterAll
    static void stop() {
        reading.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-stranger", "a-stranger-in-the-dark"})
    void theButtonOfAStranger(String name) {
        var page = stranger.open(fan.site.page(name));

        page.evaluate(ALL_LAYOUTS);

        page.waitForFunction("document.querySelectorAll('flattr-button').length === 4");
        assertThat(Axe.findings(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-fan", "a-fan-in-the-dark"})
    void theButtonOfAFanInAllLayouts(String name) {
        var page = fan.opens(name);

        page.evaluate(ALL_LAYOUTS);

        for (int nth = 0; nth < 4; nth++) {
            AFan.knows(page, nth);
        }
        standBeforeTheirPage(page);
        assertThat(Axe.findings(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-panel", "a-panel-in-the-dark"})
    void thePanel(String name) {
        var page = fan.opens(name);

        AFan.press(page);

        AFan.isPressed(page);
        AFan.frame(page).getByText("Undo").waitFor();
        standBeforeTheirPage(page);
        assertThat(Axe.findings(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/catalogue",
                "/how-it-works",
                "/claim",
                "/problems",
                "/sign-up",
                "/log-in",
                "/forgot",
                "/get-button"
            })
    void thePagesForAnybody(String path) {
        try (var page = stranger.openHere(path)) {
            isOpen(page);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard",
                "/dashboard/flattrs",
                "/dashboard/connected",
                "/dashboard/profile",
                "/dashboard/things",
                "/dashboard/sites",
                "/dashboard/assignments",
                "/dashboard/identities",
                "/dashboard/funds",
                "/dashboard/revenue",
                "/account",
                "/statements",
                "/top-up"
            })
    void thePagesOfAFan(String path) {
        try (var page = fan.reader.openHere(path)) {
            isOpen(page);
        }
    }

    @Test
    void aThingAndItsSubscription() {
        var page = fan.reader.openHere("/dashboard/flattrs");
        page.locator("main a[href^='/things/']").first().click();
        page.getByText("Flattr it every month").first().click();
        isOpen(page);

        Reader.press(page, "Flattr it every month");

        page.waitForURL("**/dashboard/subscriptions*");
        isOpen(page);
    }

    @Test
    void theWindowFromTheLogInToTheConnection() throws Exception {
        var robin = new Reader(reading.browser.browser(), reading.server, "robin");
        robin.signUp();
        var window = AFan.openWindow(robin.open(fan.site.page("robin")));
        isOpen(window);

        Reader.follow(window, "Log in");
        robin.logIn(window);
        window.getByLabel("Monthly budget").fill("1");
        Reader.press(window, "Set this budget");
        Reader.awaitText(window, "Nothing was done.");
        isOpen(window);
        window.getByLabel("Monthly budget").fill("5.00");
        Reader.press(window, "Set this budget");
        Reader.awaitText(window, "There is nothing in your funds yet.");
        isOpen(window);
        Reader.press(window, "Top up and flattr");
        isOpen(window);
        window.getByLabel("Or another amount").fill("5.00");
        Reader.press(window, "Go to the checkout");
        isOpen(window);
        Reader.press(window, "Pay");
        Reader.awaitText(window, "You flattred this.");
        isOpen(window);
        Reader.press(window, "Connect");
        Reader.awaitText(window, "Done.");
        isOpen(window);
        isOpen(robin.openHere("/submit/auto?popout=1&url=" + fan.site.page("another")));
    }

    /** Their page shines through the frames, which a look into them alone does not see. */
    private static void standBeforeTheirPage(Page page) {
        var behind = page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
        for (var frame : page.mainFrame().childFrames()) {
            frame.evaluate("(colour) => void (document.documentElement.style.background = colour)", behind);
        }
    }

    /** By day at a desk, and at night on a telephone. */
    static void isOpen(Page page) {
        page.locator("html:not(.unsettled)").waitFor();
        show(page, ColorScheme.LIGHT, 1280);
        assertThat(Axe.findings(page)).as(page.url() + " by day").isEmpty();
        show(page, ColorScheme.DARK, 360);
        assertThat(Axe.findings(page)).as(page.url() + " at night").isEmpty();
    }

    /** Without the transitions between both, in which nothing has its colour yet. */
    private static void show(Page page, ColorScheme colours, int width) {
        page.setViewportSize(width, 800);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
    }
}
