package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One click where the browser keeps the cookies, or everything else too, from frames of other sites. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class WhereTheBrowserKeepsNothingIT {

    private static final String SETTINGS =
            "{\"profile\": {\"block_third_party_cookies\": true, \"cookie_controls_mode\": 1}}";
    private static final String NO_STORAGE = """
            if (self !== top) {
              IDBFactory.prototype.open = () => { throw new DOMException('Not for a frame', 'SecurityError'); };
            }""";

    @TempDir
    static Path folder;

    private static AFansReading reading;
    private static AFan fan;

    @BeforeAll
    static void connect() throws Exception {
        var settings = Files.createDirectories(folder.resolve("profile").resolve("Default"));
        Files.writeString(settings.resolve("Preferences"), SETTINGS);
        reading = new AFansReading(folder);
        fan = reading.fan;
    }

    @AfterAll
    static void stop() {
        reading.close();
    }

    @Test
    void isOneClickWithoutThirdPartyCookies() throws Exception {
        var before = fan.flattrs();
        var page = fan.opens("without-cookies");
        assertThat(AFan.button(page)
                        .evaluate("() => (document.cookie = 'probe=1; Secure; SameSite=None', document.cookie)"))
                .isEqualTo("");

        AFan.press(page);

        AFan.isPressed(page);
        assertThat(fan.flattrs()).isEqualTo(before + 1);
    }

    @Test
    void isConnectedForAsLongAsThePageLastsWithoutStorage() throws Exception {
        try (var host = fan.goesToAnotherSite("forgetful")) {
            var page = fan.context.newPage();
            page.addInitScript(NO_STORAGE);
            page.navigate(host.page());
            AFan.connect(page);
            var before = fan.flattrs();
            var windows = new AtomicInteger();
            page.onPopup(opened -> windows.incrementAndGet());

            takeBackAndPressAgain(page);
            assertThat(fan.flattrs()).isEqualTo(before);
            assertThat(windows).hasValue(0);

            page.navigate(host.page("next"));
            assertThat(AFan.button(page)).hasAttribute("title", "Opens a small window");
            fan.isAskedInTheWindow(page, () -> AFan.press(page));
        }
    }

    private static void takeBackAndPressAgain(Page page) {
        assertThat(AFan.button(page)).hasAttribute("title", Pattern.compile("^Flattred\\."));
        AFan.press(page);
        AFan.frame(page).getByText("Undo").click();
        assertThat(AFan.button(page)).hasAttribute("aria-pressed", "false");
        AFan.isSettled(page, 0);
        var flattr = page.waitForResponse("**/button/frame/flattr", () -> AFan.press(page));
        assertThat(flattr.status()).isEqualTo(200);
        AFan.isPressed(page);
    }
}
