package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The window does nothing that its reader did not read, and answers nobody but the button's own frame. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class TheWindowIT {

    private static final String FORGED = """
            () => {
              for (const obolus of ['hello', 'challenge', 'code', 'connected', 'failed']) {
                const { href: url, origin: site } = location;
                opened.postMessage({ obolus, url, site, challenge: 'A'.repeat(43), code: 'A'.repeat(43) }, '*');
              }
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

    @AfterEach
    void letTimeGoOn() {
        fan.context.clock().resume();
    }

    @AfterAll
    static void stop() {
        reading.close();
    }

    @Test
    void answersTheFrameAndNotThePageThatOpenedIt() throws Exception {
        try (var host = fan.goesToAnotherSite("curious")) {
            var page = fan.reader.open(host.page());
            var window = openedBy(page);
            Reader.press(window, "Flattr");
            Reader.awaitText(window, "You flattred this.");

            forge(page, window);
            assertThat(window.locator("[data-connect]")).isHidden();
            assertThat(page.evaluate("said")).isEqualTo(List.of());
            assertThat(fan.connections(host)).isZero();

            page.locator("flattr-button").hover();
            AFan.button(page).waitFor();
            window.reload();
            Reader.awaitText(window, "One click is enough from now on?");
            forge(page, window);
            assertThat(window.locator("[data-connect] [role=status]")).hasText("");
            assertThat(fan.connections(host)).isZero();

            Reader.press(window, "Connect");
            Reader.awaitText(window, "Done.");
            assertThat(fan.connections(host)).isOne();
            assertThat((List<?>) page.evaluate("said"))
                    .map(String::valueOf)
                    .isSubsetOf("ready", "connected", "given", "room");
        }
    }

    @Test
    void flattrsNothingByADoubleClickOnThePageBelow() throws Exception {
        try (var host = fan.goesToAnotherSite("lure")) {
            var before = fan.flattrs();
            var sent = flattrsSent();
            var page = fan.reader.open(host.page());
            page.locator("flattr-button").hover();
            assertThat(AFan.button(page)).hasAttribute("title", "Opens a small window");
            fan.stopTheClock();

            var window = fan.context.waitForPage(() -> page.locator("flattr-button iframe")
                    .contentFrame()
                    .locator("a[role=button]")
                    .dblclick());
            window.locator("html.unsettled").waitFor();
            flattr(window);
            window.evaluate("document.querySelector('form.guarded').requestSubmit()");
            fan.context.clock().runFor(500);
            flattr(window);
            fan.context.clock().runFor(500);
            assertThat(window.locator("html.unsettled")).hasCount(1);

            fan.context.clock().runFor(200);
            Reader.press(window, "Flattr");
            Reader.awaitText(window, "You flattred this.");
            assertThat(sent).hasSize(1);
            assertThat(fan.flattrs()).isEqualTo(before + 1);
        }
    }

    /** As the second half of a double click does, without waiting for anything. */
    private static void flattr(Page window) {
        var box = window.locator("form.guarded button").first().boundingBox();
        window.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
    }

    private static List<String> flattrsSent() {
        var sent = new CopyOnWriteArrayList<String>();
        fan.context.onRequest(request -> {
            if (request.url().contains("/submit/auto/flattr")) {
                sent.add(request.url());
            }
        });
        return sent;
    }

    private static Page openedBy(Page page) {
        var address = reading.server.url("/submit/auto?popout=1&url=").toString();
        return fan.context.waitForPage(
                () -> page.evaluate("(address) => void (window.opened = open(address + location.href))", address));
    }

    /** Says everything to the window that a frame could say; the last word has been heard when this returns. */
    private static void forge(Page page, Page window) {
        window.evaluate("said.length = 0");
        page.evaluate(FORGED);
        window.waitForFunction("said.includes('failed')");
    }
}
