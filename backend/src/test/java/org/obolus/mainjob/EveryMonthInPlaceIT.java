package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A fan flattrs a page every month from the button's panel, without leaving it. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class EveryMonthInPlaceIT {

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
    void isChosenPausedResumedAndStoppedInThePanel() {
        var page = fan.opens("every-month");
        AFan.button(page).click();

        press(page, "Every month");
        press(page, "6 months");

        says(page, "You flattr this every month.");
        press(page, "Pause");
        says(page, "is paused");
        press(page, "Resume");
        says(page, "You flattr this every month.");
        var dashboard = fan.reader.openHere("/dashboard/subscriptions");
        assertThat(dashboard.locator("main")).containsText("/page/every-month");
        assertThat(dashboard.locator("main")).containsText("five months left");
        press(page, "Stop");
        says(page, "Flattred.");
        dashboard.reload();
        assertThat(dashboard.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("/page/every-month")))
                .hasCount(0);
    }

    @Test
    void isChosenWithKeysAlone() {
        var page = fan.opens("by-keys");
        AFan.button(page).click();
        action(page, "Every month").focus();
        settled(page);
        page.keyboard().press("Enter");
        assertThat(action(page, "3 months")).isFocused();

        settled(page);
        page.keyboard().press("Enter");

        says(page, "You flattr this every month.");
    }

    @Test
    void isNotChosenByTheSecondHalfOfADoubleClick() {
        fan.context.clock().install();
        var page = fan.opens("double-click");
        AFan.button(page).click();
        settled(page);
        fan.context.clock().pauseAt(System.currentTimeMillis() + 60_000);

        try {
            action(page, "Every month").click();
            action(page, "6 months").click();

            says(page, "Please confirm this flattr in the window.");
        } finally {
            fan.context.clock().resume();
        }
    }

    private static void press(Page page, String name) {
        settled(page);
        action(page, name).click();
    }

    private static void settled(Page page) {
        AFan.frame(page).locator("section:not(.unsettled)").waitFor();
    }

    private static Locator action(Page page, String name) {
        return AFan.frame(page).locator(".actions").getByText(name);
    }

    private static void says(Page page, String sentence) {
        assertThat(status(page)).containsText(sentence);
    }

    private static Locator status(Page page) {
        return AFan.frame(page).getByRole(AriaRole.STATUS).first();
    }
}
