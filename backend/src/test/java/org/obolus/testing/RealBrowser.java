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

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = isFirefox()
            ? playwright
                    .firefox()
                    .launch(new BrowserType.LaunchOptions()
                            .setChannel(FIREFOX_AS_IT_IS)
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
                                : options.setIgnoreDefaultArgs(AS_PEOPLE_HAVE_IT)
                                        .setArgs(QUIET));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
