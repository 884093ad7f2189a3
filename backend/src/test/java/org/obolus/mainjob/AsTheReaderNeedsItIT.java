package org.obolus.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.testing.Axe;

/** The button and its panel on pages that are read from right to left, and in colours that the reader has chosen. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class AsTheReaderNeedsItIT {

    /** Whether something is drawn in the reader's own colours, and has an edge where its background does not show one. */
    private static final String FORCED = """
            (element) => {
              const probe = document.body.appendChild(document.createElement('i'));
              probe.style.cssText = 'color: CanvasText; background-color: Canvas; forced-color-adjust: none';
              const { color, backgroundColor } = getComputedStyle(probe);
              const its = getComputedStyle(element);
              probe.remove();
              return [
                matchMedia('(forced-colors: active)').matches,
                its.color === color,
                its.backgroundColor === backgroundColor,
                its.borderTopStyle,
              ];
            }""";

    @TempDir
    static Path folder;

    private static AFansReading reading;
    private static AFan fan;

    @BeforeAll
    static void connect() throws Exception {
        reading = new AFansReading(folder);
        fan = reading.fan;
    }

    @AfterAll
    static void stop() {
        reading.close();
    }

    @Test
    void keepsThePanelInViewFromRightToLeft() {
        var page = fan.opens("rtl");
        page.evaluate(EverybodyCanUseItIT.ALL_LAYOUTS);

        for (int nth = 0; nth < 4; nth++) {
            AFan.knows(page, nth);
            AFan.isSettled(page, nth);
            AFan.press(page, nth);
            AFan.frame(page, nth).getByText("Undo").waitFor();
            isInView(page, nth);
            assertThat(Axe.findings(page)).isEmpty();
            page.keyboard().press("Escape");
            PlaywrightAssertions.assertThat(AFan.frame(page, nth).locator("section"))
                    .isHidden();
        }
    }

    @Test
    void isSeenInForcedColours() {
        var page = fan.opens("forced-colours");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        page.keyboard().press("Tab");
        AFan.button(page).focus();
        assertThat(AFan.button(page).evaluate("(button) => getComputedStyle(button).outlineStyle"))
                .isNotEqualTo("none");
        AFan.isSettled(page, 0);

        AFan.press(page);

        AFan.isPressed(page);
        assertThat(AFan.button(page).locator(".verb").textContent()).isEqualTo("✓");
        var panel = AFan.frame(page).locator("section");
        assertThat(panel.evaluate(FORCED)).isEqualTo(List.of(true, true, true, "solid"));
        page.keyboard().press("Tab");
        assertThat(AFan.frame(page).locator("section :focus").evaluate("(one) => getComputedStyle(one).outlineStyle"))
                .isEqualTo("solid");
    }

    private static void isInView(Page page, int nth) {
        var frame = page.locator("flattr-button").nth(nth).locator("iframe");
        page.waitForCondition(() -> frame.boundingBox().width > 200);
        var box = frame.boundingBox();
        assertThat(box.x).isGreaterThanOrEqualTo(0);
        assertThat(box.x + box.width).isLessThanOrEqualTo((int) page.evaluate("innerWidth"));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }
}
