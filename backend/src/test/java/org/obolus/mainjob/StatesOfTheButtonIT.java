package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.testing.Axe;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/** Wherever a button stands with its reader, it shows that, says it in a sentence, and a press does what fits. */
@Tag("browser")
@Timeout(180)
class StatesOfTheButtonIT {

    private static final String FLATTR = "**/button/frame/flattr";
    private static final String STATE = "**/button/frame/state?*";

    @TempDir
    static Path folder;

    /** Of their own, because months go by here. */
    private static ServerProcess server;

    private static RealBrowser browser;
    private static AFansReading reading;
    /** Of a month ago, who has not topped up since. */
    private static AFan withoutFunds;

    private static AFan fan;
    /** Of the fan's site. */
    private static Reader owner;

    @BeforeAll
    static void connect() throws Exception {
        server = ServerProcess.start(folder.resolve("data"), "demo");
        browser = new RealBrowser();
        reading = new AFansReading(server, browser, folder.resolve("earlier"));
        withoutFunds = reading.fan;
        withoutFunds.reader.letTimePass("To settlement day");
        fan = new AFan(reading.browser, reading.server, folder.resolve("now"));
        owner = new Reader(reading.browser.browser(), reading.server, "owner");
        owner.signUp();
        owner.logIn(owner.openHere("/log-in"));
        proves(owner, fan.site);
    }

    @BeforeEach
    void onAnotherDay() throws Exception {
        fan.waitsADay();
    }

    @AfterAll
    static void stop() {
        if (fan != null) {
            fan.close();
        }
        if (reading != null) {
            reading.close();
        }
        browser.close();
        server.close();
    }

    @Test
    void readySaysWhatAFlattrIsWorth() {
        var page = fan.opens("ready");

        says(page, "Worth €\\d+\\.\\d\\d now");
        looks(page, "Flattr");
        assertThat(AFan.button(page)).hasAttribute("aria-pressed", "false");
    }

    @Test
    void fitsIntoItsFrameInEveryLayout() {
        var page = fan.opens("fits");
        page.evaluate(EverybodyCanUseItIT.ALL_LAYOUTS);

        for (int nth = 0; nth < 4; nth++) {
            AFan.knows(page, nth);
        }

        for (var frame : page.mainFrame().childFrames()) {
            frame.locator(":root:not(.unsettled)").waitFor();
            assertThat(
                            frame.evaluate(
                                    "(({ scrollWidth, scrollHeight, clientWidth, clientHeight }) =>"
                                            + " [scrollWidth, scrollHeight, clientWidth, clientHeight].join())(document.documentElement)"))
                    .isEqualTo(frame.evaluate("[innerWidth, innerHeight, innerWidth, innerHeight].join()"));
        }
    }

    @Test
    void flattredIsStillSoLaterAndCanStillBeTakenBack() throws Exception {
        var first = fan.opens("flattred");
        AFan.press(first);
        AFan.isPressed(first);
        first.close();

        var page = fan.reader.open(fan.site.page("flattred"));

        AFan.isPressed(page);
        looks(page, "✓");
        isExplained(fan, page, "Flattred\\. .* is worth €\\d+\\.\\d\\d now\\.");
        AFan.frame(page).getByText("Undo").click();
        assertThat(AFan.button(page)).hasAttribute("aria-pressed", "false");
    }

    @Test
    void flattredEveryMonthSaysSo() throws Exception {
        fan.reader.send("/api/v1/subscriptions", "{\"url\":\"" + fan.site.page("monthly") + "\",\"months\":3}");

        var page = fan.reader.open(fan.site.page("monthly"));

        AFan.isPressed(page);
        looks(page, "↻");
        isExplained(fan, page, "You flattr this every month\\. It is worth €\\d+\\.\\d\\d now\\.");
    }

    @Test
    void ownsIsAPresentForOthers(@TempDir Path other) throws Exception {
        try (var maker = new AFan(reading.browser, reading.server, other)) {
            proves(maker.reader, maker.site);

            var page = maker.reader.open(maker.site.page("own"));

            looks(page, "★");
            isExplained(maker, page, "This is yours, and a flattr is a present: others can flattr it\\.");
        }
    }

    @Test
    void optedOutNamesWhoWantsNone() throws Exception {
        var sites = owner.openHere("/dashboard/sites");
        sites.getByText("Opt out").first().click();
        Reader.press(sites, "Opt out");
        Reader.awaitText(sites, "Accept flattrs again");

        try {
            var page = fan.reader.open(fan.site.page("opted-out"));
            looks(page, "–");
            isExplained(fan, page, "owner does not want flattrs\\.");
        } finally {
            Reader.press(sites, "Accept flattrs again");
            Reader.awaitText(sites, "Opt out");
        }
    }

    @Test
    void goneSaysWhoTookItAway() throws Exception {
        var things = owner.openHere("/dashboard/things");
        things.getByLabel("Add a page of yours").fill(fan.site.page("gone"));
        Reader.press(things, "Add it");
        Reader.awaitText(things, "Delete it");
        things.getByText("Delete it").first().click();
        Reader.press(things, "Delete it");
        Reader.awaitText(things, "Your things");

        var page = fan.reader.open(fan.site.page("gone"));
        looks(page, "×");
        isExplained(fan, page, "Its maker has taken this away\\.");
    }

    @Test
    void aPausedBudgetIsResumedInTheWindow() {
        fan.reader.send("/api/v1/budget/pause", "{}");
        var page = fan.reader.open(fan.site.page("paused"));
        says(page, "Your budget is paused\\. Resume it, and you can flattr\\.");
        looks(page, "+");

        var window = pressed(page, "Your budget is paused.");
        Reader.press(window, "Resume my budget");
        Reader.press(window, "Flattr");

        isFlattredBoth(window, page);
    }

    @Test
    void aBudgetIsSetInTheWindow() throws Exception {
        forgetTheBudget();
        var page = fan.reader.open(fan.site.page("no-budget"));
        says(page, "There is nothing to share yet\\. Set a budget or top up, and this flattr counts\\.");

        var window = pressed(page, "How much do you want to give each month?");
        window.getByLabel("Monthly budget").fill("5.00");
        Reader.press(window, "Set this budget");
        Reader.press(window, "Flattr");

        isFlattredBoth(window, page);
    }

    @Test
    void fundsAreToppedUpInTheWindowAndThePressCountsAfterThat() {
        var page = withoutFunds.reader.open(withoutFunds.site.page("no-funds"));
        says(page, "There is nothing to share yet\\. Set a budget or top up, and this flattr counts\\.");

        var window = pressed(page, "There is nothing in your funds yet.");
        Reader.press(window, "Top up and flattr");
        window.getByLabel("Or another amount").fill("5.00");
        Reader.press(window, "Go to the checkout");
        Reader.press(window, "Pay");

        isFlattredBoth(window, page);
    }

    @Test
    void aStrangersButtonSaysThatAWindowOpens() {
        var stranger = new Reader(reading.browser.browser(), reading.server, "stranger");
        var page = stranger.open(fan.site.page("stranger"));

        page.locator("flattr-button").hover();

        says(page, "Opens a small window");
        looks(page, "Flattr↗");
        var window = page.waitForPopup(() -> AFan.press(page));
        Reader.awaitText(window, "Log in to flattr this.");
    }

    @Test
    void aThingOfAnotherSiteIsFlattredInTheWindow() throws Exception {
        var page = fan.reader.open(fan.site.page("of-another"));
        page.evaluate("document.querySelector('flattr-button').setAttribute('href', 'https://elsewhere.example/')");

        says(page, "Opens a small window");
        assertThat(section(page)).isHidden();
        fan.isAskedInTheWindow(page, () -> AFan.press(page));
    }

    @Test
    void afterAnErrorItCanBeTriedAgain() {
        var page = fan.opens("error");
        page.route(FLATTR, route -> route.fulfill(anError()));

        AFan.press(page);

        assertThat(status(page))
                .hasText("The server did not answer, so this may count or not. Try again: it never counts twice.");
        looks(page, "!");
        assertThat(AFan.button(page)).hasAttribute("aria-pressed", "false");
        assertThat(Axe.findings(page)).isEmpty();
        page.unroute(FLATTR);
        settled(page);
        AFan.frame(page).locator(".actions").getByText("Try again").click();
        AFan.isPressed(page);
    }

    @Test
    void aRefusalIsSaidInTheLanguageOfThePage() {
        var page = fan.opens("refused");
        page.evaluate("document.documentElement.lang = 'de'");
        page.evaluate("document.querySelector('flattr-button').setAttribute('layout', 'compact')");
        says(page, "Jetzt \\d+,\\d\\d\\s€ wert");
        AFan.frame(page).locator("a[role=button]:not(.unsettled)").waitFor();
        page.route(
                FLATTR,
                route -> route.fulfill(new FulfillOptions()
                        .setStatus(429)
                        .setContentType("application/problem+json")
                        .setBody("{\"type\":\"/problems/too_many\",\"detail\":\"Wait a moment.\"}")));

        AFan.press(page);

        assertThat(status(page)).hasText("Das geht gerade nicht. Es ist nichts geschehen.");
        page.unroute(FLATTR);
    }

    @Test
    void anErrorThatNobodyAskedForOpensNothing() throws Exception {
        var page = fan.context.newPage();
        page.route(STATE, route -> route.fulfill(anError()));

        page.navigate(fan.site.page("error-at-first"));

        says(page, "The server did not answer\\.");
        looks(page, "!");
        assertThat(section(page)).isHidden();
        page.unroute(STATE);
        fan.isAskedInTheWindow(page, () -> AFan.press(page));
    }

    /** As a server answers that has failed; the problem it tells is not the reader's. */
    private static FulfillOptions anError() {
        return new FulfillOptions()
                .setStatus(500)
                .setContentType("application/problem+json")
                .setBody("{\"type\":\"http://localhost/problems/internal\",\"detail\":\"This is our fault.\"}");
    }

    /** A press opens the sentence below the button, and does nothing else. */
    private static void isExplained(AFan fan, Page page, String sentence) throws Exception {
        says(page, sentence);
        var before = fan.flattrs();
        var windows = new AtomicInteger();
        page.onPopup(opened -> windows.incrementAndGet());

        AFan.press(page);

        assertThat(status(page)).hasText(Pattern.compile("^" + sentence + "$"));
        assertThat(Axe.findings(page)).isEmpty();
        assertThat(windows).hasValue(0);
        assertThat(fan.flattrs()).isEqualTo(before);
    }

    private static void says(Page page, String sentence) {
        assertThat(AFan.button(page)).hasAttribute("title", Pattern.compile("^" + sentence + "$"));
    }

    /** By a mark instead of words, for which the smallest layouts have no room. */
    private static void looks(Page page, String mark) {
        assertThat(AFan.button(page).locator(".verb")).hasText(mark);
    }

    private static void settled(Page page) {
        AFan.frame(page).locator("section:not(.unsettled)").waitFor();
    }

    private static Page pressed(Page page, String text) {
        var window = page.context().waitForPage(() -> AFan.press(page));
        Reader.awaitText(window, text);
        EverybodyCanUseItIT.isOpen(window);
        return window;
    }

    private static void isFlattredBoth(Page window, Page page) {
        Reader.awaitText(window, "You flattred this.");
        window.close();
        AFan.isPressed(page);
        assertThat(page.evaluate("told")).isEqualTo(List.of("flattr-given 1"));
    }

    private static Locator status(Page page) {
        return AFan.frame(page).locator("[role=status]").first();
    }

    private static Locator section(Page page) {
        return AFan.frame(page).locator("section");
    }

    private static void proves(Reader owner, ASiteOfSomebody site) {
        var asked = JsonPath.from(owner.send("/api/v1/sites", "{\"url\":\"" + site.page() + "\"}"));
        site.place(asked.getString("token"));
        owner.send("/api/v1/sites/" + site.host() + "/verification", "{}");
    }

    private static void forgetTheBudget() throws Exception {
        try (var database = reading.server.database();
                var delete = database.prepareStatement(
                        "delete from budgets where supporter_id = (select id from accounts where username = ?)")) {
            delete.setString(1, fan.reader.username());
            assertThat(delete.executeUpdate()).isOne();
        }
    }
}
