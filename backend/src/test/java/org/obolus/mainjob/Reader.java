package org.obolus.mainjob;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/** A person at a browser, who reads, clicks and fills in forms as people do. */
final class Reader {

    private static final String PASSWORD = "rowing-past-the-lamp";

    private final ServerProcess server;
    private final BrowserContext context;
    private final String username;

    Reader(Browser browser, ServerProcess server, String username) {
        this(RealBrowser.window(browser), server, username);
    }

    /** In a browser window of their own. */
    Reader(BrowserContext context, ServerProcess server, String username) {
        this.server = server;
        this.username = username;
        this.context = context;
        context.setDefaultTimeout(30_000);
    }

    String username() {
        return username;
    }

    Page open(String address) {
        var page = context.newPage();
        page.navigate(address);
        return page;
    }

    Page openHere(String path) {
        return open(server.url(path).toString());
    }

    /** Signs up, and confirms the address by the mail that the development page shows. */
    void signUp() {
        var page = openHere("/sign-up");
        page.getByLabel("Username").fill(username);
        page.getByLabel("E-mail address").fill(username + "@mail.example");
        page.getByLabel("Password").fill(PASSWORD);
        press(page, "Sign up");
        page.navigate(server.url("/dev/mails").toString());
        page.locator("a[href*='/confirm/']").first().click();
        press(page, "Confirm");
        page.waitForURL("**/log-in**");
    }

    void logIn(Page page) {
        logIn(page, PASSWORD);
    }

    void logIn(Page page, String password) {
        page.getByLabel("Username or e-mail address").fill(username);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        press(page, "Log in");
    }

    /** Presses the button whose name begins with these words. */
    static void press(Page page, String name) {
        // A page that another site may have opened accepts nothing in its first moment (button-design.md).
        page.bringToFront();
        if (!page.evaluate("document.hasFocus()").equals(true)) {
            // As somebody does who turns to another window; its first click counts for nothing in there.
            page.mouse().click(1, 1);
        }
        page.locator("html:not(.unsettled)").waitFor();
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    static void follow(Page page, String name) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    /** Clicks the flattr button of a page; answers the small window that opens. */
    static Page clickFlattr(Page page) {
        return page.waitForPopup(
                () -> page.locator("flattr-button a:visible").first().click());
    }

    /** A driven browser gives the focus to all of its pages all the time, so a page has to be told that it came back. */
    static void returnTo(Page page) {
        page.bringToFront();
        page.evaluate("dispatchEvent(new Event('focus'))");
    }

    static void awaitText(Page page, String text) {
        page.getByText(text).first().waitFor();
    }

    String read(String path) {
        return context.request().get(server.url(path).toString()).text();
    }

    String send(String path, String json) {
        var options = RequestOptions.create()
                .setHeader("Content-Type", "application/json")
                .setHeader("Sec-Fetch-Site", "same-origin")
                .setData(json);
        return context.request().post(server.url(path).toString(), options).text();
    }

    void letTimePass(String button) {
        var page = openHere("/dev/time");
        press(page, button);
        page.waitForLoadState();
    }
}
