package org.obolus.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/** Somebody who has connected a site with the button there, and reads on. */
final class AFan implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String NOTES = """
            window.told = [];
            window.said = [];
            for (const type of ['flattr-given', 'flattr-undone']) {
              addEventListener(type, ({ detail }) => told.push(type + ' ' + detail.flattrs));
            }
            addEventListener('message', ({ data }) => said.push(data.obolus));""";

    final ASiteOfSomebody site;
    final Reader reader;
    final BrowserContext context;
    private final ServerProcess server;
    private long ahead;

    AFan(RealBrowser browser, ServerProcess server, Path folder) throws IOException {
        this.server = server;
        var name = "fan" + NUMBER.incrementAndGet();
        context = browser.everyday(folder);
        context.addInitScript(NOTES);
        site = new ASiteOfSomebody(name, server.url("/button.js").toString());
        reader = new Reader(context, server, name);
        connect();
    }

    /** The first flattr on a site is confirmed in the window, where the site is connected too. */
    private void connect() {
        reader.signUp();
        reader.logIn(reader.openHere("/log-in"));
        var page = reader.open(site.page());
        var window = openWindow(page);
        TheMainJobIT.setBudgetAndTopUp(window, "5.00", "5.00");
        Reader.awaitText(window, "You flattred this.");
        Reader.press(window, "Connect");
        Reader.awaitText(window, "Done.");
        window.close();
        isPressed(page);
        page.waitForFunction("localStorage.obolus === '1'");
        page.close();
    }

    /** Where this person has not been yet, with the same server's button. */
    ASiteOfSomebody goesToAnotherSite(String name) throws IOException {
        return new ASiteOfSomebody(name, server.url("/button.js").toString());
    }

    /** Flattrs in the window of this page's button, for which there are means by now, and connects the page's site. */
    static void connect(Page page) {
        var window = openWindow(page);
        Reader.press(window, "Flattr");
        Reader.awaitText(window, "You flattred this.");
        Reader.press(window, "Connect");
        Reader.awaitText(window, "Done.");
        window.close();
        isPressed(page);
    }

    /** From now on no time goes by in the pages but what a test lets go by. */
    void stopTheClock() {
        // A clock that went on after an earlier stop is ahead already.
        ahead += 60_000;
        context.clock().pauseAt(System.currentTimeMillis() + ahead);
    }

    /** A page of the site whose button knows its reader and has been in sight for a while. */
    Page opens(String name) {
        var page = reader.open(site.page(name));
        knows(page);
        isSettled(page, 0);
        return page;
    }

    static Page openWindow(Page page) {
        page.locator("flattr-button").hover();
        button(page).waitFor();
        return page.context().waitForPage(() -> button(page).click());
    }

    /** What the buttons of this page ask the server to count, from now on. */
    static List<Request> flattrsAskedBy(Page page) {
        var asked = new CopyOnWriteArrayList<Request>();
        page.onRequest(request -> {
            if (request.url().endsWith("/button/frame/flattr")) {
                asked.add(request);
            }
        });
        return asked;
    }

    /** Where the button is, whatever lies over it. */
    static void press(Page page) {
        press(page, 0);
    }

    static void press(Page page, int nth) {
        var box = page.locator("flattr-button").nth(nth).boundingBox();
        page.mouse().click(box.x + box.width / 3, box.y + box.height / 2);
    }

    static void knows(Page page) {
        knows(page, 0);
    }

    static void knows(Page page, int nth) {
        PlaywrightAssertions.assertThat(frame(page, nth).locator("a[role=button]"))
                .hasAttribute("title", Pattern.compile("Worth"));
    }

    static void isPressed(Page page) {
        PlaywrightAssertions.assertThat(button(page)).hasAttribute("aria-pressed", "true");
    }

    /** Nothing is under way and nothing was given, whatever was done to the button before. */
    static void isIdle(Page page) {
        PlaywrightAssertions.assertThat(button(page)).hasAttribute("aria-busy", "false");
        PlaywrightAssertions.assertThat(button(page)).hasAttribute("aria-pressed", "false");
    }

    static Locator button(Page page) {
        return frame(page).locator("a[role=button]");
    }

    static FrameLocator frame(Page page) {
        return frame(page, 0);
    }

    static FrameLocator frame(Page page, int nth) {
        return page.locator("flattr-button").nth(nth).locator("iframe").contentFrame();
    }

    /** The button has been in sight for a while, so that a press counts. */
    static void isSettled(Page page, int nth) {
        frame(page, nth).locator("a[role=button]:not(.unsettled)").waitFor();
    }

    /** A press that is not taken at its word leads to the window, in which nothing has happened yet. */
    void isAskedInTheWindow(Page page, Runnable press) throws SQLException, IOException {
        var before = flattrs();
        var window = context.waitForPage(press);
        window.waitForLoadState();
        assertThat(window.url()).contains("/submit/auto?");
        assertThat(flattrs()).isEqualTo(before);
        window.close();
    }

    /** As if a day had gone by since the last press: where the browser tells nothing, three a day are all that count. */
    void waitsADay() throws SQLException, IOException {
        try (var database = server.database();
                var earlier = database.prepareStatement("update button_presses set pressed_at = pressed_at - interval"
                        + " '25 hours' where supporter_id = (select id from accounts where username = ?)")) {
            earlier.setString(1, reader.username());
            earlier.executeUpdate();
        }
    }

    long flattrs() throws SQLException, IOException {
        return number(
                "select count(*) from flattrs join accounts on id = supporter_id where username = ?",
                reader.username());
    }

    /** In how many browsers anybody has connected this site. */
    long connections(ASiteOfSomebody there) throws SQLException, IOException {
        return number("select count(*) from grants where kind = 'button' and name = ?", there.origin());
    }

    private long number(String sql, String value) throws SQLException, IOException {
        try (var database = server.database();
                var query = database.prepareStatement(sql)) {
            query.setString(1, value);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() {
        context.close();
        site.close();
    }
}
