package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One click in a browser that does not say whether the button is in sight: Chromium made as silent as the others. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class WhereTheBrowserCannotTellIT {

    private static final int MOST_A_DAY = 3;

    @TempDir
    static Path folder;

    private static AFansReading reading;
    private static AFan fan;

    @BeforeAll
    static void connect() throws Exception {
        reading = new AFansReading(folder);
        fan = reading.fan;
        fan.context.addInitScript("delete IntersectionObserverEntry.prototype.isVisible");
    }

    @AfterAll
    static void stop() {
        reading.close();
    }

    @Test
    void aPageWinsThreeFlattrsADayAndNoMore() throws Exception {
        var before = fan.flattrs();
        for (int i = 1; i <= MOST_A_DAY; i++) {
            var page = fan.opens("unseen" + i);
            AFan.press(page);
            AFan.isPressed(page);
            assertThat(page.evaluate("told")).isEqualTo(List.of("flattr-given 1"));
        }

        var page = fan.opens("unseen4");
        var answer = page.waitForResponse("**/button/frame/flattr", () -> AFan.press(page));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(AFan.button(page)).hasAttribute("aria-busy", "false");
        assertThat(AFan.button(page)).hasAttribute("aria-pressed", "false");
        assertThat(fan.flattrs()).isEqualTo(before + MOST_A_DAY);
    }

    @Test
    void everyMonthIsChosenOnAPageOfTheServer() {
        fan.reader.send("/api/v1/flattrs", "{\"url\":\"" + fan.site.page("monthly") + "\"}");
        var page = fan.reader.open(fan.site.page("monthly"));
        AFan.isPressed(page);

        AFan.press(page);

        var link = AFan.frame(page).getByText("Every month");
        assertThat(link).hasAttribute("href", Pattern.compile("^/things/\\d+#months$"));
        assertThat(link).hasAttribute("target", "_blank");
        var months = fan.context.waitForPage(link::click);
        assertThat(months).hasURL(Pattern.compile("/things/\\d+#months$"));
        assertThat(months.locator("#months")).isVisible();
    }
}
