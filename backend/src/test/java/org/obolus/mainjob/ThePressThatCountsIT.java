package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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

/** A press is meant where its button was in sight, or had the focus, for half a second; an earlier one is asked about. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class ThePressThatCountsIT {

    /** Learns what the button's own watch learns, and when: from the browser, whatever time a test lets go by. */
    private static final String LOOK = """
            (button) => {
              window.inSight = new Promise((resolve) => {
                const look = (entries) => {
                  const { intersectionRatio, isVisible } = entries.at(-1);
                  intersectionRatio >= 0.99 && isVisible !== false && resolve();
                };
                const options = { threshold: [0.99, 1], trackVisibility: true, delay: 100 };
                new IntersectionObserver(look, options).observe(button);
              });
            }""";

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

    @BeforeEach
    void onAnotherDay() throws Exception {
        fan.waitsADay();
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
    void isNoneRightAfterTheButtonCameIntoSight() throws Exception {
        var page = fan.opens("into-sight");
        var asked = AFan.flattrsAskedBy(page);
        moveBy(page, "3000px");
        AFan.frame(page).locator("a[role=button].unsettled").waitFor();
        AFan.button(page).evaluate(LOOK);
        fan.stopTheClock();
        moveBy(page, "0");
        fan.context.clock().runFor(1);
        AFan.button(page).evaluate("() => window.inSight");

        fan.context.clock().runFor(100);
        fan.isAskedInTheWindow(page, () -> AFan.press(page));
        assertThat(asked).isEmpty();

        fan.context.clock().runFor(600);
        AFan.press(page);
        AFan.isPressed(page);
        assertThat(asked).hasSize(1);
    }

    @Test
    void isNoneOfAKeyRightAfterTheFocus() throws Exception {
        var page = fan.opens("focused");
        var asked = AFan.flattrsAskedBy(page);
        fan.stopTheClock();
        AFan.button(page).focus();

        fan.context.clock().runFor(100);
        fan.isAskedInTheWindow(page, () -> page.keyboard().press("Enter"));
        assertThat(asked).isEmpty();

        fan.context.clock().runFor(600);
        page.keyboard().press("Enter");
        AFan.isPressed(page);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Enter", "Space"})
    void isNoneOfAKeyThatWasHeldWhenTheFocusCame(String key) throws Exception {
        var before = fan.flattrs();
        var page = fan.opens("held-" + key);
        var asked = AFan.flattrsAskedBy(page);
        fan.stopTheClock();
        page.keyboard().down(key);
        AFan.button(page).focus();

        fan.context.clock().runFor(600);
        page.keyboard().down(key);
        page.keyboard().down(key);
        page.keyboard().up(key);
        AFan.isIdle(page);
        assertThat(asked).isEmpty();

        page.keyboard().press(key);
        AFan.isPressed(page);
        assertThat(asked).hasSize(1);
        assertThat(fan.flattrs()).isEqualTo(before + 1);
    }

    @Test
    @Tag(RealBrowser.THAT_TAKES_KEYS)
    void isNotSaidToBeSeenWhereThePagePutTheFocusOnIt() {
        var page = fan.opens("pushed");
        var asked = AFan.flattrsAskedBy(page);
        page.evaluate("document.querySelector('flattr-button iframe').focus()");
        assertThat(AFan.button(page)).isFocused();
        page.waitForFunction("(since) => performance.now() - since > 550", page.evaluate("performance.now()"));

        page.keyboard().press("Enter");

        AFan.isPressed(page);
        assertThat(asked)
                .singleElement()
                .satisfies(one -> assertThat(one.postData()).contains("\"seen\":false"));
    }

    private static void moveBy(Page page, String distance) {
        page.evaluate("(distance) => void (document.querySelector('main').style.marginTop = distance)", distance);
    }
}
