package org.obolus.mainjob;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.obolus.testing.Eventually;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;
import org.obolus.testing.WordPressProcess;

/**
 * A new WordPress with the plugin beside a server of its own, and its blogger in a real browser: bella at the server, the
 * administrator here.
 */
final class ABlog implements AutoCloseable {

    final WordPressProcess wordpress;
    final Reader bella;
    final Page desk;
    final BlockEditor editor;

    /** As long as a busy machine may need for a page of WordPress, or for a step of its backlog. */
    private static final double PATIENCE_MILLIS = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final RealBrowser browser = new RealBrowser();
    private ServerProcess server;

    ABlog(Path data) throws IOException, InterruptedException {
        server = ServerProcess.start(data, "demo");
        wordpress = WordPressProcess.start("trixie");
        var context = RealBrowser.window(browser.browser());
        bella = new Reader(context, server, "bella");
        bella.signUp();
        bella.logIn(bella.openHere("/log-in"));
        desk = context.newPage();
        editor = new BlockEditor(desk, wordpress);
        logIn();
    }

    ServerProcess server() {
        return server;
    }

    /** After its end, with its data and under its address. */
    void startTheServerAgain() throws IOException, InterruptedException {
        server = server.again();
        Eventually.holds(
                "the server lets in whoever was logged in",
                () -> bella.read("/api/v1/account").contains("\"username\":\"bella\""));
    }

    /** Somebody else, in a browser window of their own. */
    Reader reader(String username) {
        return new Reader(browser.browser(), server, username);
    }

    /** Somebody new reads the post, clicks, and pays. */
    Reader fan(String username, String address) {
        var fan = reader(username);
        fan.signUp();
        var page = fan.open(address);
        var window = Reader.clickFlattr(page);
        Reader.follow(window, "Log in");
        fan.logIn(window);
        TheMainJobIT.setBudgetAndTopUp(window, "5.00", "5.00");
        Reader.awaitText(window, "You flattred this.");
        return fan;
    }

    private void logIn() {
        open("/wp-login.php");
        desk.locator("#user_login").fill("admin");
        desk.locator("#user_pass").fill("admin-pass");
        desk.locator("#wp-submit").click();
        desk.waitForURL("**/wp-admin/**");
    }

    Page open(String path) {
        desk.navigate(wordpress.address(path));
        return desk;
    }

    Page openSettings() {
        return open("/wp-admin/options-general.php?page=obolus");
    }

    /** By the blogger's consent at the server, which looks for the proof of the site meanwhile. */
    void connect() {
        openSettings();
        desk.getByLabel("Address of the server").fill(server.url("").toString());
        desk.locator("button[name=how][value=app]").click();
        Reader.awaitText(desk, "act for you?");
        Reader.press(desk, "Allow it");
        desk.waitForURL(wordpress.address("/wp-admin/**"));
        Reader.awaitText(desk, "This site is connected to " + server.url("") + " as bella.");
        Reader.awaitText(desk, "is proven to be yours.");
    }

    void disconnect() {
        openSettings();
        desk.locator("#submit[value=Disconnect]").click();
        Reader.awaitText(desk, "This site is disconnected.");
    }

    /** Chooses on the page of the plugin's settings. */
    void choose(String setting, String value) {
        openSettings();
        desk.locator("#obolus_" + setting).selectOption(value);
        desk.locator("form[action='options.php'] [type=submit]").click();
        Reader.awaitText(desk, "Settings saved.");
    }

    /** The column of the plugin in the list of posts. */
    Locator column(String title, String name) {
        open("/wp-admin/edit.php");
        return desk.locator("#the-list tr")
                .filter(new Locator.FilterOptions().setHasText(title))
                .locator("td.column-" + name + " > span:first-child");
    }

    /** As the request of a visitor begins it. */
    void runTheSchedule() {
        var page = desk.context().newPage();
        page.navigate(wordpress.address("/wp-cron.php"));
        page.close();
    }

    /** What the server knows of an address. */
    JsonPath thing(String address) {
        return JsonPath.from(bella.read("/api/v1/things?url=" + URLEncoder.encode(address, StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        browser.close();
        wordpress.close();
        server.close();
    }
}
