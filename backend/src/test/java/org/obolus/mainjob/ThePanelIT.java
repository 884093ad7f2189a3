package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.testing.Axe;

/** What opens below the button after a flattr: what is in it, where it leads, and how it goes away again. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class ThePanelIT {

    private static final int BEFORE_TEN_SECONDS = 9_500;

    @TempDir
    static Path folder;

    private static AFansReading reading;
    private static AFan fan;

    @BeforeAll
    static void connect() throws Exception {
        reading = new AFansReading(folder);
        fan = reading.fan;
        fan.context.clock().install();
    }

    @AfterEach
    void letTimeGoOn() {
        fan.context.clock().resume();
    }

    @AfterAll
    static void stop() {
        reading.close();
    }

    @Test
    void offersToTakeItBackForTenSecondsAndKeepsTheFocus() {
        var page = fan.opens("ten-seconds");
        fan.stopTheClock();
        var panel = flattred(page);
        panel.getByText("Undo").focus();

        fan.context.clock().runFor(BEFORE_TEN_SECONDS);
        assertThat(panel.getByText("Undo")).isFocused();

        fan.context.clock().runFor(1_000);
        assertThat(panel.getByText("Undo")).hasCount(0);
        assertThat(panel.getByText("Every month")).isFocused();
    }

    @Test
    void offersItAnewWheneverItIsOpened() {
        var page = fan.opens("anew");
        fan.stopTheClock();
        var panel = flattred(page);
        fan.context.clock().runFor(11_000);
        assertThat(panel.getByText("Undo")).hasCount(0);

        AFan.press(page);
        AFan.press(page);

        assertThat(panel.getByText("Undo")).isVisible();
    }

    @Test
    void saysThanksAndTellsOthersByPlainLinks() {
        var page = fan.opens("links");
        var panel = flattred(page);
        var address = URLEncoder.encode(page.url(), StandardCharsets.UTF_8);

        var links = panel.locator(".actions a");

        assertThat(links.first()).hasText("Say thanks");
        var thanks = page.context().waitForPage(() -> links.first().click());
        thanks.getByLabel("Your words").fill("It was good bread.");
        Reader.press(thanks, "Say thanks");
        Reader.awaitText(thanks, "can read this:");
        assertThat(Axe.findings(thanks)).isEmpty();
        assertThat(links.first().getAttribute("href")).matches("/things/\\d+/thanks");
        assertThat(links.all()).hasSizeGreaterThan(2).allSatisfy(link -> {
            assertThat(link.getAttribute("target")).isEqualTo("_blank");
            assertThat(link.getAttribute("rel")).isEqualTo("noopener noreferrer");
        });
        assertThat(links.all().subList(1, links.count())).allSatisfy(ThePanelIT::leadsToAnotherSite);
        assertThat(links.all().subList(1, links.count()))
                .extracting(link -> link.getAttribute("href"))
                .allMatch(href -> href.contains(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Escape", "the cross"})
    void givesTheFocusBackWhenItIsClosed(String by) {
        var page = fan.opens("closed-by-" + by.replace(' ', '-'));
        var panel = flattred(page);
        panel.getByText("Every month").focus();

        if (by.equals("Escape")) {
            page.keyboard().press("Escape");
        } else {
            panel.getByLabel("Close").click();
        }

        assertThat(panel.locator("section")).isHidden();
        assertThat(AFan.button(page)).isFocused();
        page.waitForCondition(() -> page.locator("flattr-button iframe").boundingBox().width < 100);
    }

    @Test
    void isOpenToEverybodyWhereItAsksForHowLong() {
        var page = fan.opens("how-long");
        var panel = flattred(page);
        panel.locator("section:not(.unsettled)").waitFor();

        panel.getByText("Every month").click();

        assertThat(panel.getByText("12 months")).isVisible();
        assertThat(Axe.findings(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compact", "icon", "text"})
    void leavesAButtonThatEverybodySeesPressed(String layout) {
        var page = fan.opens("pressed-" + layout);
        page.evaluate("(layout) => document.querySelector('flattr-button').setAttribute('layout', layout)", layout);
        AFan.knows(page);
        AFan.isSettled(page, 0);
        flattred(page);

        page.keyboard().press("Escape");

        assertThat(AFan.button(page)).containsText("✓");
        assertThat(Axe.findings(page)).isEmpty();
    }

    private static FrameLocator flattred(Page page) {
        AFan.press(page);
        AFan.isPressed(page);
        var panel = AFan.frame(page);
        assertThat(panel.getByText("Undo")).isVisible();
        return panel;
    }

    private static void leadsToAnotherSite(Locator link) {
        var address = URI.create(link.getAttribute("href"));
        assertThat(List.of("https", "mailto")).contains(address.getScheme());
    }
}
