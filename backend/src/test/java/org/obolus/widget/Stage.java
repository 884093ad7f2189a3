package org.obolus.widget;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.obolus.testing.LittleSite;
import org.obolus.testing.RealBrowser;

/** A browser, a site with one page, and a server of another site that plays Obolus. */
final class Stage implements AutoCloseable {

    /** The things that a page may not notice, noted from its very beginning. */
    private static final String NOTES = """
            window.violations = [];
            addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
              // Which a browser asks for by itself.
              blockedURI.endsWith('/favicon.ico') || violations.push(violatedDirective));
            window.events = [];
            for (const name of ['flattr-given', 'flattr-undone']) {
              addEventListener(name, ({ detail }) => events.push({ name, ...detail }));
            }
            window.inside = (part, nth = 0) => document.querySelectorAll('flattr-button')[nth].shadowRoot.querySelector(part);
            window.count = (nth = 0) => inside('.count', nth).textContent;
            window.ready = (nth = 0) => getComputedStyle(inside('a', nth)).visibility === 'hidden';
            window.size = (selector) => {
              const { width, height } = document.querySelector(selector).getBoundingClientRect();
              return `${width} x ${height}`;
            };""";

    private final StandInServer server;
    private final LittleSite site = LittleSite.named("blog");
    private final RealBrowser browser = new RealBrowser();
    private BrowserContext context;

    Stage() throws IOException {
        server = new StandInServer();
    }

    StandInServer server() {
        return server;
    }

    String site() {
        return site.address("");
    }

    /** A page of the site in a browser that has never been anywhere; SERVER stands for the server's address. */
    Page open(String html) {
        return open(html, new Browser.NewContextOptions());
    }

    Page open(String html, Browser.NewContextOptions options) {
        arrive(options);
        return visit(html);
    }

    /** A page of widget-assets/demo, likewise. */
    Page openDemo(String name, Browser.NewContextOptions options) {
        arrive(options);
        server.forget();
        var page = context.newPage();
        page.navigate(server.origin() + "/" + name);
        return page;
    }

    private void arrive(Browser.NewContextOptions options) {
        leave();
        context = RealBrowser.window(browser.browser(), options);
        context.setDefaultTimeout(15_000);
        context.addInitScript(NOTES);
    }

    /** The next page of the same browser. */
    Page visit(String html) {
        site.with("/page", html.replace("SERVER", server.origin()));
        server.forget();
        var page = context.newPage();
        page.navigate(site.address("/page"));
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** A page with the button's own script. */
    static String page(String body) {
        return page("en", body);
    }

    static String page(String language, String body) {
        return "<!doctype html><html lang=\"" + language + "\"><title>A page</title>"
                + "<script async src=\"SERVER/button.js\"></script><body>" + body;
    }

    static void awaitTrue(Page page, String expression) {
        page.waitForFunction("() => !!(" + expression + ")");
    }

    /** The small window that a press opens, once it has gone where it is led. */
    static Page window(Page page, Runnable press) {
        var window = page.waitForPopup(press);
        window.waitForURL("**/submit/auto?**");
        return window;
    }

    /** The frame over a button, once it has come. */
    static Frame frame(Page page) {
        page.waitForCondition(
                () -> page.frames().size() > 1 && loaded(page.frames().get(1)));
        return page.frames().get(1);
    }

    private static boolean loaded(Frame frame) {
        return frame.url().contains("/button/frame?");
    }

    private void leave() {
        if (context != null) {
            context.close();
        }
    }

    @Override
    public void close() {
        browser.close();
        site.close();
        server.close();
    }
}
