package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.testing.RealBrowser;

/** A fan's click is one click: on a site that is not ours, in a real browser, which keeps third-party cookies away. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class OneClickIT {

    @TempDir
    static Path folder;

    private static AFansReading reading;
    private static AFan fan;

    @BeforeAll
    static void connect() throws Exception {
        reading = new AFansReading(folder);
        fan = reading.fan;
    }

    @BeforeEach
    void onAnotherDay() throws Exception {
        fan.waitsADay();
    }

    @AfterAll
    static void stop() {
        reading.close();
    }

    @Test
    void flattrsAtOnceAndTellsThePage() throws Exception {
        var before = fan.flattrs();
        var page = fan.opens("at-once");
        var popups = new AtomicInteger();
        fan.context.onPage(opened -> popups.incrementAndGet());

        AFan.button(page).click();

        AFan.isPressed(page);
        assertThat(fan.flattrs()).isEqualTo(before + 1);
        assertThat(popups).hasValue(0);
        assertThat(page.evaluate("told")).isEqualTo(List.of("flattr-given 1"));
        assertThat(page.evaluate("Object.entries(localStorage)")).isEqualTo(List.of(List.of("obolus", "1")));
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
    }

    @Test
    void isTakenBackInPlace() throws Exception {
        var before = fan.flattrs();
        var page = fan.opens("undone");
        AFan.button(page).click();
        assertThat(AFan.frame(page).getByRole(AriaRole.STATUS).first()).containsText(Pattern.compile("Flattred\\."));

        AFan.frame(page).getByText("Undo").click();

        assertThat(AFan.button(page)).hasAttribute("aria-pressed", "false");
        assertThat(fan.flattrs()).isEqualTo(before);
        assertThat(page.evaluate("told")).isEqualTo(List.of("flattr-given 1", "flattr-undone 0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Enter", "Space"})
    @Tag(RealBrowser.THAT_TAKES_KEYS)
    void isOnePressOfAKey(String key) throws Exception {
        var before = fan.flattrs();
        var page = fan.opens("by-" + key);
        AFan.button(page).focus();
        page.waitForFunction("(since) => performance.now() - since > 550", page.evaluate("performance.now()"));

        page.keyboard().press(key);

        AFan.isPressed(page);
        assertThat(fan.flattrs()).isEqualTo(before + 1);
    }

    @Test
    void isReachedByTheKeyboardOnce() {
        var page = fan.reader.open(fan.site.page("tabbed"));
        page.evaluate("delete localStorage.obolus");
        // A pointer that still rests where a button is brings the frame by itself.
        page.mouse().move(600, 400);
        page.reload();
        page.locator("flattr-button .count").waitFor();

        page.keyboard().press("Tab");

        AFan.knows(page);
        assertThat(AFan.button(page)).isFocused();
        page.evaluate("localStorage.obolus = '1'");
    }

    @Test
    void isSeenInTheSmallestButtonToo() {
        var page = fan.opens("icon");
        page.evaluate("document.querySelector('flattr-button').setAttribute('layout', 'icon')");
        assertThat(AFan.button(page).locator(".verb")).isHidden();
        AFan.frame(page).locator("a[role=button]:not(.unsettled)").waitFor();

        AFan.button(page).click();

        AFan.isPressed(page);
        assertThat(AFan.button(page).locator(".verb")).isVisible();
    }

    @Test
    void worksUnderThePolicyThatLetsOnlyTheServerIn() throws Exception {
        var before = fan.flattrs();
        var page = fan.opens("strict");

        AFan.button(page).click();

        AFan.isPressed(page);
        assertThat(fan.flattrs()).isEqualTo(before + 1);
    }

    @Test
    void isCompletedInTheWindowWhereThePageCutsItsOpeners() throws Exception {
        try (var alone = fan.goesToAnotherSite("alone")) {
            var before = fan.flattrs();
            var window = AFan.openWindow(fan.reader.open(alone.page("coop")));

            Reader.press(window, "Flattr");

            Reader.awaitText(window, "You flattred this.");
            assertThat(fan.flattrs()).isEqualTo(before + 1);
            assertThat(window.evaluate("opener")).isNull();
            assertThat(window.locator("[data-connect]")).isHidden();
            assertThat(fan.connections(alone)).isZero();
        }
    }

    @Test
    void saysSoWhereNothingCanBeReached() {
        var page = fan.opens("offline");
        fan.context.setOffline(true);

        AFan.button(page).click();

        assertThat(status(page)).hasText("You are offline. Nothing was done.");
        fan.context.setOffline(false);
        AFan.frame(page).locator("section:not(.unsettled)").waitFor();
        AFan.frame(page).locator(".actions").getByText("Try again").click();
        AFan.isPressed(page);
    }

    @Test
    void endsAtOnceOnTheDashboardAndAsksInTheWindowFromThenOn(@TempDir Path other) throws Exception {
        try (var leaving = new AFan(reading.browser, reading.server, other)) {
            var page = leaving.opens("ended");
            var dashboard = leaving.reader.openHere("/dashboard/connected");
            Reader.press(dashboard, "End its access");
            Reader.awaitText(dashboard, "asks again before it flattrs");

            leaving.isAskedInTheWindow(page, () -> AFan.button(page).click());

            page.waitForFunction("localStorage.obolus === undefined");
        }
    }

    @Test
    void isKeptWhereAnotherButtonOfThePageOnlyKnowsTheConnectionBeforeIt(@TempDir Path other) throws Exception {
        try (var returning = new AFan(reading.browser, reading.server, other)) {
            var page = returning.opens("returning");
            page.evaluate("""
                    const another = document.body.appendChild(document.createElement('flattr-button'));
                    another.setAttribute('href', location.href + '/another');""");
            var another = page.locator("flattr-button").nth(1);
            var inAnother = another.locator("iframe").contentFrame().locator("a[role=button]");
            assertThat(inAnother).hasAttribute("title", Pattern.compile("Worth"));
            Reader.press(returning.reader.openHere("/dashboard/connected"), "End its access");

            var window = returning.context.waitForPage(() -> AFan.button(page).click());
            Reader.press(window, "Flattr");
            Reader.awaitText(window, "You flattred this.");
            Reader.press(window, "Connect");
            Reader.awaitText(window, "Done.");
            window.close();
            returning.isAskedInTheWindow(page, () -> inAnother.click());

            var next = returning.reader.open(returning.site.page("next"));
            next.locator("flattr-button").hover();
            AFan.knows(next);
        }
    }

    @Test
    void leavesNothingInTheBrowserOfAStrangerWhoPointsAtTheButton() {
        var stranger = new Reader(reading.browser.browser(), reading.server, fan.reader.username());
        var page = stranger.open(fan.site.page("pointed-at"));

        page.locator("flattr-button").hover();

        assertThat(AFan.button(page)).hasAttribute("title", "Opens a small window");
        assertThat(AFan.button(page).evaluate("() => indexedDB.databases().then((all) => all.length)"))
                .isEqualTo(0);
        assertThat(page.evaluate("localStorage.length + document.cookie.length"))
                .isEqualTo(0);
    }

    private static Locator status(Page page) {
        return AFan.frame(page).locator("[role=status]").first();
    }
}
