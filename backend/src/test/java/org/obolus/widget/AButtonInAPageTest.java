package org.obolus.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.widget.Stage.awaitTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.testing.Eventually;
import org.obolus.testing.RealBrowser;

@Tag("browser")
@Timeout(120)
class AButtonInAPageTest {

    private static final String COUNTED = "document.querySelector('flattr-button')?.shadowRoot && count() === '7'";
    private static final String DRAWN = "document.querySelector('flattr-button')?.shadowRoot";

    private static final String ANOTHER = """
            () => {
              const late = document.createElement('flattr-button');
              late.setAttribute('href', 'https://blog.example/late');
              document.body.append(late);
            }""";

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
    void leadsWhereItsMarkupSays() {
        var page = stage.open(Stage.page(button("href='/bread' by='alice' title='How to bake bread' unlisted='1'")));

        awaitTrue(page, COUNTED);
        assertThat(page.evaluate("Object.fromEntries(new URL(inside('a').href).searchParams)"))
                .isEqualTo(Map.of(
                        "url", stage.site() + "/bread",
                        "user_id", "alice",
                        "title", "How to bake bread",
                        "hidden", "1"));
        assertThat(page.getByText("Flattr this").isVisible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"large, 55 x 62", "compact, 110 x 20", "icon, 24 x 24", "text, 80 x 24"})
    void hasTheSizeOfItsLayoutAndRoomForAFinger(String layout, String size) {
        var page = stage.open(Stage.page(button("layout='" + layout + "'")));

        awaitTrue(page, DRAWN);
        assertThat(page.evaluate("size('flattr-button')")).isEqualTo(size);
        assertThat(page.evaluate("""
                (({ x, y, width, height }) => [y + height / 2 - 11.5, y + height / 2 + 11.5].every(
                  (edge) => document.elementFromPoint(x + width / 2, edge)?.localName === 'flattr-button'))(
                  document.querySelector('flattr-button').getBoundingClientRect())""")).isEqualTo(true);
    }

    @Test
    void asksOnceForTheCountsOfFifty() {
        var fifty = IntStream.range(0, 50)
                .mapToObj(post -> button("href='/" + post + "'"))
                .collect(Collectors.joining());

        var page = stage.open(Stage.page(fifty));

        awaitTrue(
                page,
                "document.querySelectorAll('flattr-button').length === 50 && inside('a', 49)"
                        + " && Array.from({ length: 50 }, (_, nth) => count(nth)).every((text) => text === '7')");
        assertThat(stage.server().asked("/counts")).hasSize(1);
    }

    @Test
    void costsAStrangerOneScriptAndOneQuestionAndNothingElse() {
        var page = stage.open(Stage.page(button("by='alice'") + button("href='/2'")));

        awaitTrue(page, COUNTED);
        assertThat(stage.server().asked("/")).extracting(uri -> uri.getPath()).containsExactly("/button.js", "/counts");
        assertThat(stage.server().cookies()).isEmpty();
        assertThat(stage.context().cookies()).isEmpty();
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
        assertThat(page.evaluate("indexedDB.databases().then((all) => all.length)"))
                .isEqualTo(0);
        assertThat(page.frames()).hasSize(1);
    }

    @Test
    void asksForNoCountBeforeSomebodyIsInterestedWhereThePageWantsThat() {
        var page = stage.open(Stage.page(button("counts='off'")));
        awaitTrue(page, DRAWN);
        page.waitForLoadState();
        assertThat(stage.server().asked("/")).hasSize(1);

        page.locator("flattr-button").hover();

        awaitTrue(page, COUNTED);
    }

    @Test
    void asksForNothingWhereTheAddressOfTheScriptWantsThatForAllButtons() {
        var page = stage.open(Stage.page(button("")).replace("button.js", "button.js?counts=off"));
        awaitTrue(page, DRAWN);
        page.waitForLoadState();
        assertThat(stage.server().asked("/")).hasSize(1);

        page.locator("flattr-button").hover();

        awaitTrue(page, COUNTED);
    }

    @Test
    void bringsNoFrameByItselfToAFanWhereThePageWantsNoQuestion() {
        var page = stage.open(Stage.page(""));
        page.evaluate("localStorage.obolus = '1'");

        page = stage.visit(Stage.page(button("counts='off'")));
        awaitTrue(page, DRAWN);
        page.waitForLoadState();
        assertThat(stage.server().asked("/")).hasSize(1);

        page.locator("flattr-button").hover();

        Stage.frame(page);
    }

    @Test
    void asksForNoCountThatItDoesNotShow() {
        var page = stage.open(Stage.page(button("layout='icon'") + button("layout='text'") + button("href='/2'")));

        awaitTrue(page, "inside('a', 2) && count(2) === '7'");
        assertThat(stage.server().asked("/counts"))
                .singleElement()
                .satisfies(question ->
                        assertThat(question.getQuery()).endsWith("/2").doesNotContain("&"));
    }

    @Test
    void worksUnderTheStrictestPolicyThatLetsItsServerIn() {
        var policy = "default-src 'none'; script-src SERVER; connect-src SERVER; frame-src SERVER;"
                + " require-trusted-types-for 'script'";
        var page = stage.open("<!doctype html><meta http-equiv=Content-Security-Policy content=\"" + policy
                + "\"><title>A page</title><script async src='SERVER/button.js'></script>" + button("by='alice'"));

        awaitTrue(page, COUNTED);
        page.locator("flattr-button").hover();
        awaitTrue(page, "ready()");
        Stage.frame(page).evaluate("say({ obolus: 'room', width: 200, height: 100 })");
        awaitTrue(page, "size('iframe') === '200 x 100'");

        assertThat(page.evaluate("violations")).isEqualTo(List.of());
        assertThat(page.evaluate("getComputedStyle(inside('a')).borderRadius")).isEqualTo("10px");
    }

    @Test
    void appearsByItselfWhereItIsAddedLater() {
        var page = stage.open(Stage.page(button("")));
        awaitTrue(page, COUNTED);

        page.evaluate(ANOTHER);

        awaitTrue(page, "inside('a', 1) && count(1) === '7'");
        assertThat(stage.server().asked("/counts")).hasSize(2);
    }

    @Test
    void beginsAnewForAnotherThing() {
        var page = stage.open(Stage.page(button("href='/1'")));
        awaitTrue(page, COUNTED);

        page.evaluate("document.querySelector('flattr-button').setAttribute('href', '/2')");

        awaitTrue(page, "inside('a').href.endsWith('%2F2')");
        Eventually.holds("It asks", () -> stage.server().asked("/counts").size() == 2);
    }

    @Test
    void isNotAskedForAgainWhenItMoves() {
        var page = stage.open(Stage.page(button("") + "<p id=place></p>"));
        awaitTrue(page, COUNTED);

        page.evaluate("place.append(document.querySelector('flattr-button'))");
        page.evaluate(ANOTHER);

        awaitTrue(page, "inside('a', 1) && count(1) === '7'");
        assertThat(stage.server().asked("/counts")).hasSize(2);
    }

    @Test
    void leavesNothingRunningWhenItIsTakenAway() {
        var page = stage.open(Stage.page(button("href='/1'")));
        awaitTrue(page, COUNTED);
        page.locator("flattr-button").hover();
        awaitTrue(page, "ready()");
        page.mouse().move(500, 500);

        page.evaluate("document.querySelector('flattr-button').remove()");
        page.evaluate("dispatchEvent(new Event('focus'))");
        page.evaluate(ANOTHER);

        awaitTrue(page, COUNTED);
        assertThat(page.frames()).hasSize(1);
        assertThat(stage.server().asked("/counts")).hasSize(2);
    }

    @Test
    void isNotLedToAnotherServerByMarkupThatStandsInForTheScript() {
        var page = stage.open("<!doctype html><html lang=en><title>A page</title>"
                + "<form name=currentScript data-server='http://127.0.0.1:9'></form>"
                + "<img name=currentScript data-server='http://127.0.0.1:9'>" + button("by='alice'")
                + "<script src='SERVER/button.js'></script>");

        awaitTrue(page, COUNTED);
        assertThat((String) page.evaluate("inside('a').href"))
                .startsWith(stage.server().origin());
    }

    @Test
    void belongsToTheServerThatACopyOfTheScriptNames() {
        var page = stage.open("<!doctype html><html lang=en><title>A page</title>"
                + "<script async src='SERVER/button.js' data-server='SERVER/folder'></script>" + button("counts=off"));

        awaitTrue(page, DRAWN);
        assertThat((String) page.evaluate("inside('a').href"))
                .startsWith(stage.server().origin() + "/folder/submit/auto?");
    }

    @Test
    void opensTheFlattrPageInASmallWindowAndCountsAgainWhenTheReaderReturns() {
        var page = stage.open(Stage.page(button("href='/silent' by='alice'")));
        awaitTrue(page, COUNTED);

        var window = Stage.window(page, () -> page.locator("flattr-button").click());
        assertThat(window.url()).contains("/submit/auto?url=").endsWith("&user_id=alice&popout=1");
        window.close();
        page.evaluate("dispatchEvent(new Event('focus'))");

        Eventually.holds("It asks again", () -> stage.server().asked("/counts").size() > 1);
    }

    @Test
    void opensByKey() {
        var page = stage.open(Stage.page(button("href='/silent'")));
        awaitTrue(page, COUNTED);
        page.keyboard().press("Tab");
        assertThat((String) page.evaluate("getComputedStyle(inside('a')).outlineStyle"))
                .isNotEqualTo("none");

        var window = Stage.window(page, () -> page.keyboard().press("Enter"));

        assertThat(window.url()).contains("/submit/auto?url=");
    }

    @Test
    void isAPlainLinkWhereWindowsAreNotAllowed() {
        var page = stage.open(Stage.page(button("href='/silent'")));
        awaitTrue(page, COUNTED);
        page.evaluate("void (window.open = () => null)");

        page.locator("flattr-button").click();

        page.waitForURL("**/submit/auto?url=*");
        assertThat(page.url()).doesNotContain("popout");
    }

    @ParameterizedTest
    @CsvSource({
        "en, opens a small window",
        "de-AT, öffnet ein kleines Fenster",
        "es, abre una ventana pequeña",
        "fr, ouvre une petite fenêtre",
        "sv, öppnar ett litet fönster",
        "ja, opens a small window"
    })
    void saysWhatItIsInTheLanguageOfThePage(String language, String opens) {
        var page = stage.open(Stage.page(language, button("title='How to bake bread'")));

        awaitTrue(page, COUNTED);
        assertThat(page.evaluate("inside('a').ariaLabel")).isEqualTo("Flattr How to bake bread, 7 Flattrs, " + opens);
    }

    @Test
    void turnsDarkWithThePage() {
        var page = stage.open(Stage.page("<style>.night { background: #121614; color: #eef1ec }</style>" + button("")));
        awaitTrue(page, COUNTED);
        assertThat(page.evaluate("getComputedStyle(inside('a')).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");

        page.evaluate("void (document.documentElement.className = 'night')");

        awaitTrue(page, "getComputedStyle(inside('a')).backgroundColor === 'rgb(26, 32, 29)'");
    }

    @Test
    void standsStillForReadersWhoWantThat() {
        var options = new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);

        var page = stage.open(Stage.page(button("href='/silent'")), options);
        awaitTrue(page, DRAWN);

        page.locator("flattr-button").hover();

        awaitTrue(page, "inside('a').matches(':hover')");
        assertThat(page.evaluate("(({ rotate, transform, translate, scale }) => [rotate, transform, translate, scale])"
                        + "(getComputedStyle(inside('.coin')))"))
                .isEqualTo(List.of("none", "none", "none", "none"));
        assertThat(page.evaluate("document.getAnimations().length")).isEqualTo(0);
    }

    @Test
    @Tag(RealBrowser.THAT_PRETENDS)
    void isDrawnInTheReadersOwnColours() {
        var options = new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE);

        var page = stage.open(Stage.page(button("") + "<a href='#' id=link>A link</a>"), options);

        awaitTrue(page, DRAWN);
        assertThat(page.evaluate("getComputedStyle(inside('.verb')).color"))
                .isEqualTo(page.evaluate("getComputedStyle(document.querySelector('#link')).color"));
        assertThat((String) page.evaluate("getComputedStyle(inside('.coin')).backgroundImage"))
                .contains("gradient");
    }

    @Test
    @Tag(RealBrowser.THAT_PRETENDS)
    void isTheLinkInsideItWithoutAScript() {
        var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);

        var page = stage.open(Stage.page(button("by='alice'")), options);

        assertThat(page.getByText("Flattr this").isVisible()).isTrue();
    }

    @Test
    void keepsItsLooksAmongStylesThatMeanEverything() {
        var styles = "<style>* { font: 30px cursive; letter-spacing: 4px; padding: 20px }"
                + " span, a { display: block; background: fuchsia } iframe { display: none !important }</style>";
        var page = stage.open(Stage.page(styles + button("")));
        awaitTrue(page, COUNTED);
        page.locator("flattr-button").hover();
        awaitTrue(page, "ready()");

        assertThat(looks(page)).isEqualTo(List.of("13px", "normal", "0px", "55 x 62"));
    }

    private static Object looks(Page page) {
        return page.evaluate("(({ fontSize, letterSpacing, padding }) =>"
                + " [fontSize, letterSpacing, padding, size('iframe')])(getComputedStyle(inside('a')))");
    }

    private static String button(String attributes) {
        return "<flattr-button " + attributes + "><a href='SERVER/submit/auto'>Flattr this</a></flattr-button>";
    }
}
