package org.obolus.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.widget.Stage.awaitTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.obolus.testing.RealBrowser;

@Tag("browser")
@Timeout(120)
class TheFrameOverAButtonTest {

    private static final String COUNTED = "document.querySelector('flattr-button')?.shadowRoot && count() === '7'";
    private static final String READY = "ready()";

    private static Stage stage;

    @BeforeAll
    static void open() throws IOException {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void comesForAMouseThatIsNear() {
        var page = opened(button("href='/bread' by='alice' layout='compact' title='How to bake bread'"));

        page.locator("flattr-button").hover();

        awaitTrue(page, READY);
        var address = (Map<?, ?>) Stage.frame(page).evaluate("Object.fromEntries(asked)");
        assertThat(address)
                .isEqualTo(Map.of(
                        "site", stage.site(),
                        "layout", "compact",
                        "lang", "en",
                        "dark", "0",
                        "url", stage.site() + "/bread",
                        "user_id", "alice",
                        "title", "How to bake bread"));
        assertThat(page.evaluate("size('iframe')")).isEqualTo("110 x 24");
        assertThat(page.locator("iframe").getAttribute("title")).isEqualTo("Flattr How to bake bread");
    }

    @Test
    void comesForTheKeyboardAndTakesTheFocusWhenItIsReady() {
        var page = opened(button("href='/bread'"));

        page.keyboard().press("Tab");

        awaitTrue(page, READY);
        awaitTrue(page, "document.activeElement.localName === 'iframe'");
        assertThat(Stage.frame(page).evaluate("document.activeElement.localName"))
                .isEqualTo("button");
    }

    @Test
    void leavesTheFocusWhereItIsOtherwise() {
        var page = opened("<input autofocus>" + button("href='/bread'"));
        page.locator("input").focus();

        page.locator("flattr-button").hover();

        awaitTrue(page, READY);
        assertThat(page.evaluate("document.activeElement.localName")).isEqualTo("input");
    }

    @Test
    void takesThePlaceOfTheLinkForEverybody() {
        var page = opened(button("href='/bread'"));

        page.locator("flattr-button").hover();

        awaitTrue(page, READY);
        assertThat(page.evaluate("getComputedStyle(inside('a')).visibility")).isEqualTo("hidden");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('iframe')).visibility"))
                .isEqualTo("visible");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('iframe')).colorScheme"))
                .isEqualTo("light");
        page.locator("flattr-button").hover();
        page.mouse().down();
        page.mouse().up();
        assertThat(page.context().pages()).hasSize(1);
    }

    @Test
    void canBeGreetedByTheWindowsThatItsPageOpens() {
        var page = opened(button("href='/bread'"));

        page.locator("flattr-button").hover();

        awaitTrue(page, READY);
        assertThat(page.evaluate("length")).isEqualTo(1);
    }

    @Test
    @Tag(RealBrowser.THAT_PRETENDS)
    void comesTogetherWithTheWindowUnderAFinger() {
        var options = new Browser.NewContextOptions().setHasTouch(true);
        var page = stage.open(Stage.page(button("href='/bread' by='alice'")), options);
        awaitTrue(page, COUNTED);
        assertThat(page.frames()).hasSize(1);

        var window = Stage.window(page, () -> page.locator("flattr-button").tap());

        assertThat(window.url()).endsWith("&user_id=alice&popout=1");
        awaitTrue(page, READY);
    }

    @Test
    void isNotWaitedForByAPress() {
        var page = opened(button("href='/silent'"));
        page.locator("flattr-button").hover();
        Stage.frame(page);

        var window = Stage.window(page, () -> page.locator("flattr-button").click());

        assertThat(window.url()).contains("/submit/auto?url=");
    }

    @Test
    void doesNotSwallowAPressThatBeganBeforeItWasReady() {
        var page = opened(button("href='/silent'"));
        page.locator("flattr-button").hover();
        var frame = Stage.frame(page);
        frame.waitForFunction("typeof say === 'function'");
        page.evaluate("void addEventListener('message', () => window.heard = true)");
        page.mouse().down();
        frame.evaluate("say({ obolus: 'ready' })");
        awaitTrue(page, "window.heard");

        var window = Stage.window(page, () -> page.mouse().up());

        assertThat(window.url()).contains("/submit/auto?url=");
        awaitTrue(page, READY);
    }

    @Test
    void isTakenAwayWhenItNeverGetsReady() {
        var page = stage.open("<!doctype html><title>First</title>");
        page.clock().install();
        page = stage.visit(Stage.page(button("href='/silent'")));
        page.clock().runFor(100);
        awaitTrue(page, COUNTED);
        page.locator("flattr-button").hover();
        assertThat(page.locator("iframe").count()).isOne();

        page.clock().runFor(9_000);

        assertThat(page.locator("iframe").count()).isZero();
        var shown = page;
        assertThat(Stage.window(shown, () -> shown.locator("flattr-button").click())
                        .url())
                .contains("/submit/auto?url=");
    }

    @Test
    void comesForAFanWhenTheButtonIsNearTheView() {
        stage.open(Stage.page("")).evaluate("localStorage.obolus = '1'");

        var page = stage.visit(
                Stage.page(button("href='/near'") + "<p style='height: 3000px'></p>" + button("href='/far'")));

        awaitTrue(page, READY);
        assertThat(page.locator("iframe").count()).isOne();
        page.evaluate("scrollTo(0, 3000)");
        awaitTrue(page, "ready(1)");
    }

    @Test
    void isRememberedAndForgottenAsItSays() {
        var page = opened(button("href='/1'") + button("href='/2'"));
        page.locator("flattr-button").first().hover();
        awaitTrue(page, READY);
        var frame = Stage.frame(page);

        frame.evaluate("say({ obolus: 'connected', connected: 'me' })");
        frame.evaluate("say({ obolus: 'connected', connected: true, name: 'frida' })");
        awaitTrue(page, "localStorage.obolus");
        assertThat(page.evaluate("JSON.stringify(localStorage)")).isEqualTo("{\"obolus\":\"1\"}");
        awaitTrue(page, "ready(1)");

        frame.evaluate("say({ obolus: 'connected', connected: false })");
        awaitTrue(page, "localStorage.length === 0");
    }

    @Test
    void tellsThePageWhatWasGivenAndTakenBack() {
        var page = opened(button("href='/1'") + button("href='/1' layout='compact'") + button("href='/2'"));
        page.locator("flattr-button").first().hover();
        awaitTrue(page, READY);
        var frame = Stage.frame(page);

        frame.evaluate("say({ obolus: 'given', flattrs: 8 })");
        awaitTrue(page, "events.length === 1");
        assertThat(page.evaluate("[count(0), count(1), count(2)]")).isEqualTo(List.of("8", "8", "7"));

        frame.evaluate("say({ obolus: 'undone', flattrs: 7 })");
        awaitTrue(page, "events.length === 2");
        assertThat(page.evaluate("events"))
                .isEqualTo(List.of(
                        Map.of("name", "flattr-given", "url", stage.site() + "/1", "flattrs", 8),
                        Map.of("name", "flattr-undone", "url", stage.site() + "/1", "flattrs", 7)));
        assertThat(page.evaluate("[count(0), count(1), count(2)]")).isEqualTo(List.of("7", "7", "7"));
    }

    @Test
    void knowsBetterThanAnAnswerToAnEarlierQuestion() {
        var held = new ArrayList<Route>();
        stage.open(Stage.page(""));
        stage.context().route("**/counts?*", held::add);
        var page = stage.visit(Stage.page(button("href='/1'")));
        page.locator("flattr-button").hover();
        awaitTrue(page, READY);

        Stage.frame(page).evaluate("say({ obolus: 'given', flattrs: 8 })");
        awaitTrue(page, "count() === '8'");
        page.waitForResponse("**/counts?*", () -> held.forEach(Route::resume));
        page.evaluate("new Promise((later) => setTimeout(later))");

        assertThat(page.evaluate("count()")).isEqualTo("8");
    }

    @Test
    void growsOverThePageWithinTheViewAndBack() {
        var page = opened("<div style='position: absolute; right: 10px; top: 30px'>" + button("href='/1'")
                + "</div><p id=next>Next</p>");
        page.locator("flattr-button").hover();
        awaitTrue(page, READY);
        var frame = Stage.frame(page);
        var before = page.evaluate("JSON.stringify(next.getBoundingClientRect())");

        frame.evaluate("say({ obolus: 'room', width: 5000, height: 5000 })");
        awaitTrue(page, "size('iframe') === '320 x 360'");
        assertThat(page.evaluate("(({ left, right, top }) => [left >= 0, right <= innerWidth, top])("
                        + "document.querySelector('iframe').getBoundingClientRect())"))
                .isEqualTo(List.of(true, true, 30));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(page.evaluate("JSON.stringify(next.getBoundingClientRect())"))
                .isEqualTo(before);

        frame.evaluate("say({ obolus: 'room', width: 0, height: 0 })");
        awaitTrue(page, "size('iframe') === '55 x 62'");
    }

    @Test
    void isToldTheCountAndWhetherThePageIsDark() {
        var page = opened("<style>.night { background: #121614; color: #eef1ec }</style>" + button("href='/1'"));
        page.locator("flattr-button").hover();
        awaitTrue(page, READY);

        page.evaluate("void (document.documentElement.className = 'night')");

        var frame = Stage.frame(page);
        frame.waitForFunction("told.some(({ dark }) => dark)");
        assertThat(frame.evaluate("told.every(({ origin }) => origin === asked.get('site'))"))
                .isEqualTo(true);
        // As often as the frame has said that it is ready.
        assertThat(
                        frame.evaluate(
                                "[...new Set(told.map(({ origin, ...rest }) => JSON.stringify(rest)))].map((one) => JSON.parse(one))"))
                .isEqualTo(List.of(
                        Map.of("obolus", "count", "flattrs", 7),
                        Map.of("obolus", "place", "dark", false),
                        Map.of("obolus", "place", "dark", true)));
    }

    @Test
    void isNotBelievedWhenSomebodyElseSpeaks() {
        var page = opened(button("href='/silent'") + "<iframe id=advert src='SERVER/button/frame?url=silent&site="
                + stage.site() + "'></iframe>");
        page.locator("flattr-button").hover();
        page.waitForCondition(() -> page.frames().size() == 3);
        page.evaluate("""
                () => {
                  window.heard = 0;
                  addEventListener('message', () => heard++);
                }""");

        speak(page, "postMessage(message, '*')");
        var advert =
                page.frame("advert") == null ? page.querySelector("#advert").contentFrame() : page.frame("advert");
        advert.waitForFunction("window.say || typeof say === 'function'");
        advert.evaluate("""
                () => {
                  say({ obolus: 'ready' });
                  say({ obolus: 'connected', connected: true });
                  say({ obolus: 'given', flattrs: 99 });
                  say({ obolus: 'room', width: 300, height: 300 });
                }""");

        awaitTrue(page, "heard === 8");
        assertThat(page.evaluate("[ready(), size('iframe'), localStorage.length, count(), events.length]"))
                .isEqualTo(List.of(false, "55 x 62", 0, "7", 0));
    }

    @Test
    void isNotBelievedOnceItHasGoneToAnotherOrigin() {
        var page = opened(button("href='/bread'"));
        page.locator("flattr-button").hover();
        awaitTrue(page, READY);
        page.evaluate("""
                () => {
                  window.heard = 0;
                  addEventListener('message', ({ origin }) => origin === 'null' && heard++);
                  document.querySelector('iframe').src = "data:text/html,<script>parent.postMessage({ obolus: 'given', flattrs: 99 }, '*')</script>";
                }""");

        awaitTrue(page, "heard === 1");
        assertThat(page.evaluate("[count(), events.length]")).isEqualTo(List.of("7", 0));
    }

    private static void speak(Page page, String how) {
        page.evaluate("() => [{ obolus: 'ready' }, { obolus: 'connected', connected: true },"
                + " { obolus: 'given', flattrs: 99 }, { obolus: 'room', width: 300, height: 300 }]"
                + ".forEach((message) => " + how + ")");
    }

    private static Page opened(String body) {
        var page = stage.open(Stage.page(body));
        awaitTrue(page, COUNTED);
        return page;
    }

    private static String button(String attributes) {
        return "<flattr-button " + attributes + "><a href='SERVER/submit/auto'>Flattr this</a></flattr-button>";
    }
}
