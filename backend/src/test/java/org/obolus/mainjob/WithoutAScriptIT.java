package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where no script runs the button is the link in the page's markup, and a flattr is one press more. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class WithoutAScriptIT {

    @TempDir
    static Path folder;

    private static AFansReading reading;
    private static AFan fan;
    private static BrowserContext context;

    @BeforeAll
    static void connect() throws Exception {
        reading = new AFansReading(folder);
        fan = reading.fan;
        context = reading.browser
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setStorageState(fan.context.storageState()));
    }

    @AfterAll
    static void stop() {
        context.close();
        reading.close();
    }

    @Test
    void leadsByItsLinkToTheFlattr() throws Exception {
        var before = fan.flattrs();
        var page = opened("element-by-link");
        assertThat(page.locator("flattr-button iframe")).hasCount(0);

        page.getByText("Flattr this").click();

        page.waitForURL("**/submit/auto?url=" + URLEncoder.encode(page("element-by-link"), StandardCharsets.UTF_8));
        flattr(page);
        assertThat(page.getByText("You flattred this.")).isVisible();
        assertThat(fan.flattrs()).isEqualTo(before + 1);
    }

    @Test
    void takesNoPressBeforeTheButtonOfTheServersPageHasArrived() throws Exception {
        var before = fan.flattrs();
        var page = opened("element-in-a-hurry");
        var sent = new AtomicInteger();
        page.onRequest(request -> sent.addAndGet(request.method().equals("POST") ? 1 : 0));
        var animations = context.newCDPSession(page);
        animations.send("Animation.enable");
        goAt(animations, 0);
        page.getByText("Flattr this").click();
        page.waitForURL("**/submit/auto?url=*");

        var button = page.locator(".guarded button").first();
        assertThat(button).isHidden();
        var box = button.boundingBox();
        page.mouse().dblclick(box.x + box.width / 2, box.y + box.height / 2);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(button).isHidden();
        assertThat(sent).hasValue(0);

        goAt(animations, 1);
        flattr(page);
        assertThat(page.getByText("You flattred this.")).isVisible();
        assertThat(sent).hasValue(1);
        assertThat(fan.flattrs()).isEqualTo(before + 1);
    }

    /** How fast animations go, 1 as always; only Chromium lets itself be asked for that. */
    private static void goAt(CDPSession animations, int rate) {
        var speed = new JsonObject();
        speed.addProperty("playbackRate", rate);
        animations.send("Animation.setPlaybackRate", speed);
    }

    private static void flattr(Page page) {
        var button = page.locator(".guarded button").first();
        // Before a click the driver itself waits with a script in the page.
        assertThat(button).isVisible();
        button.click();
    }

    private static Page opened(String name) {
        var page = context.newPage();
        page.navigate(page(name));
        return page;
    }

    private static String page(String name) {
        return fan.site.page(name);
    }
}
