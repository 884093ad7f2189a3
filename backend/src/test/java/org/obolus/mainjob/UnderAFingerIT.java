package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/** A finger hovers over nothing: its first tap opens the window while the frame that the window greets is yet to come. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class UnderAFingerIT {

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static RealBrowser browser;
    private static ASiteOfSomebody site;
    private static BrowserContext telephone;

    @BeforeAll
    static void startTheDemo() throws Exception {
        server = TheDemo.server();
        browser = TheDemo.browser();
        site = new ASiteOfSomebody("touched", server.url("/button.js").toString());
        telephone = browser.everydayUnderAFinger(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        telephone.close();
        site.close();
    }

    @Test
    void connectsByTheWindowOfTheFirstTapAndThenOneTapIsEnough() {
        var reader = new Reader(telephone, server, "tilda");
        reader.signUp();
        var page = reader.open(site.page());
        page.locator("flattr-button .count").waitFor();
        assertThat(page.locator("flattr-button iframe")).hasCount(0);

        var window = page.waitForPopup(() -> page.locator("flattr-button").tap());
        connect(reader, window);

        AFan.isPressed(page);
        page.waitForFunction("localStorage.obolus === '1'");
        isOneTap(reader.open(site.page("next")));
    }

    /** Through the log-in and the checkout, which the frame below waits for. */
    private static void connect(Reader reader, Page window) {
        Reader.follow(window, "Log in");
        reader.logIn(window);
        TheMainJobIT.setBudgetAndTopUp(window, "5.00", "5.00");
        Reader.awaitText(window, "You flattred this.");
        Reader.press(window, "Connect");
        Reader.awaitText(window, "Done.");
        window.close();
    }

    private static void isOneTap(Page page) {
        var windows = new AtomicInteger();
        page.onPopup(opened -> windows.incrementAndGet());
        AFan.knows(page);
        AFan.frame(page).locator("a[role=button]:not(.unsettled)").waitFor();

        page.locator("flattr-button").tap();

        AFan.isPressed(page);
        assertThat(AFan.frame(page).getByText("Undo")).isVisible();
        assertThat(windows).hasValue(0);
    }
}
