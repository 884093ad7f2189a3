package org.obolus.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The distribution's Chromium, or what {@code -Dtests.browser=firefox -Dtests.browser.path=…} names; each person gets a
 * context with cookies of their own.
 */
public final class RealBrowser implements AutoCloseable {

    /** Tests that need a browser which says whether what is in a frame is in sight: Chromium alone does. */
    public static final String THAT_TELLS = "browser-that-tells";

    /** Tests that press keys inside a frame of another site: Firefox's driver brings keys to the page around it only. */
    public static final String THAT_TAKES_KEYS = "browser-that-takes-keys";

    /** Tests of a browser without script, in forced colours or under a finger, which only Chromium's driver can make. */
    public static final String THAT_PRETENDS = "browser-that-pretends";

    private static final String NAME = System.getProperty("tests.browser", "chromium");
    private static final String PATH = System.getProperty("tests.browser.path", "/usr/bin/" + NAME);
    /** The driver knows a Firefox that was changed for it, and the one that people have. */
    private static final String FIREFOX_AS_IT_IS = "moz-firefox";

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            // Replaces the driver's own list, which takes from frames the storage that browsers give them for each
            // site.
            "--disable-features=Translate",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Scroll bars take room, as they do for most people. */
    private static final List<String> AS_PEOPLE_HAVE_IT = List.of("--hide-scrollbars");

    /** Clicks go through the browser itself, as a mouse's do; otherwise they end before the frames of other sites. */
    private static final Map<String, Object> AS_A_MOUSE_DOES =
            Map.of("remote.events.async.mouse.enabled", true, "remote.events.async.wheel.enabled", true);

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = isFirefox()
            ? playwright
                    .firefox()
                    .launch(new BrowserType.LaunchOptions()
                            .setChannel(FIREFOX_AS_IT_IS)
                            .setFirefoxUserPrefs(AS_A_MOUSE_DOES)
                            .setExecutablePath(Path.of(PATH)))
            : playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(PATH))
                            .setIgnoreDefaultArgs(AS_PEOPLE_HAVE_IT)
                            .setArgs(QUIET));

    public static boolean isFirefox() {
        return "firefox".equals(NAME);
    }

    public Browser browser() {
        return browser;
    }

    /** A window of its own, with cookies of its own. */
    public static BrowserContext window(Browser browser) {
        return window(browser, new Browser.NewContextOptions());
    }

    /** The same with wishes of its own. */
    public static BrowserContext window(Browser browser, Browser.NewContextOptions options) {
        // A page drawn larger than its window would have parts that no mouse can reach.
        return browser.newContext(isFirefox() ? options.setViewportSize(null) : options);
    }

    /** A browser with an empty folder of its own, not a private window. */
    public BrowserContext everyday(Path folder) {
        return everyday(folder, new BrowserType.LaunchPersistentContextOptions());
    }

    /** The same on a screen that is touched. */
    public BrowserContext everydayUnderAFinger(Path folder) {
        return everyday(folder, new BrowserType.LaunchPersistentContextOptions().setHasTouch(true));
    }

    private BrowserContext everyday(Path folder, BrowserType.LaunchPersistentContextOptions options) {
        options.setExecutablePath(Path.of(PATH));
        return browser.browserType()
                .launchPersistentContext(
                        folder,
                        isFirefox()
                                ? options.setChannel(FIREFOX_AS_IT_IS)
                                        .setFirefoxUserPrefs(AS_A_MOUSE_DOES)
                                        .setViewportSize(null)
                                : options.setIgnoreDefaultArgs(AS_PEOPLE_HAVE_IT)
                                        .setArgs(QUIET));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
