package org.obolus.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.widget.Stage.awaitTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.obolus.testing.Axe;

/** Every page of widget-assets/demo shows what it says that it shows; numbers.html is in CountsInAPageTest. */
@Tag("browser")
@Timeout(120)
class TheDemoPagesTest {

    private static final String SIZES = "Array.from(document.querySelectorAll('flattr-button'), (button) =>"
            + " (({ width, height }) => `${width} x ${height}`)(button.getBoundingClientRect()))";
    private static final String NUMBERS =
            "Array.from(document.querySelectorAll('flattr-button'), (button, nth) => count(nth))";

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
    void areAllOnTheFirst() throws IOException {
        var page = demo("index.html");

        var listed = page.evaluate("Array.from(document.links, ({ pathname }) => pathname).sort()");

        try (var files = Files.list(StandInServer.DEMO)) {
            assertThat(listed)
                    .isEqualTo(files.map(file -> "/" + file.getFileName())
                            .filter(name -> name.endsWith(".html") && !name.matches("/(index|frame).html"))
                            .sorted()
                            .collect(Collectors.toList()));
        }
    }

    @Test
    void showTheElementAndItsLayouts() {
        var page = drawn("element.html", 6);

        awaitTrue(page, "count(5) === '7'");
        assertThat(page.evaluate(SIZES))
                .isEqualTo(List.of("55 x 62", "110 x 20", "24 x 24", "80 x 24", "55 x 62", "55 x 62"));
        assertThat(page.evaluate("[count(0), count(1), count(4)]")).isEqualTo(List.of("7", "7", "–"));
        assertThat(page.evaluate("inside('a', 5).ariaLabel"))
                .isEqualTo("Flattr Roggenbrot, 7 Flattrs, öffnet ein kleines Fenster");
    }

    @Test
    void showEveryPlaceWhereOldParametersStand() {
        var page = drawn("markup.html", 4);

        assertThat(said(page, 0)).containsEntry("user_id", "alice").containsEntry("tags", "bread,baking");
        assertThat(said(page, 1))
                .containsEntry("url", "https://blog.example/rye?page=2#crust")
                .containsEntry("language", "de_DE");
        assertThat(said(page, 2))
                .containsEntry("url", "https://blog.example/song")
                .containsEntry("title", "A song about bread")
                .containsEntry("hidden", "1");
        assertThat(said(page, 3)).containsEntry("owner", "mastodon:user:id:123").doesNotContainKey("user_id");
        assertThat(page.locator("a.FlattrButton[href^=mailto]").isVisible()).isTrue();
    }

    @Test
    void showAnOldPageThatAsksForItsButtons() {
        var page = drawn("old-loader.html", 2);

        assertThat(page.evaluate(SIZES)).isEqualTo(List.of("55 x 62", "110 x 20"));
        assertThat(said(page, 0)).containsEntry("user_id", "alice").containsEntry("language", "en_GB");
        assertThat(said(page, 1)).containsEntry("url", "https://blog.example/song");
    }

    @Test
    void showFiftyWithOneQuestion() {
        var page = drawn("many.html", 50);

        awaitTrue(page, NUMBERS + ".every((number) => number === '7')");
        assertThat(stage.server().asked("/counts")).hasSize(1);
    }

    @Test
    void showTheButtonUnderAStrictPolicy() {
        var page = drawn("strict-csp.html", 2);

        page.locator("flattr-button").first().hover();

        awaitTrue(page, "ready()");
        assertThat(page.evaluate("violations")).isEqualTo(List.of());
        assertThat(page.evaluate("getComputedStyle(inside('a', 1)).borderRadius"))
                .isEqualTo("10px");
    }

    @Test
    void showTheLinkWhereNoScriptRuns() {
        var page = demo("no-script.html");

        assertThat(page.evaluate("violations.length")).isEqualTo(1);
        assertThat(page.locator("flattr-button").count()).isZero();
        assertThat(page.getByText("How to bake bread").isVisible()).isTrue();
    }

    @Test
    void showTheDarkColoursOnADarkPage() {
        var page = drawn("dark.html", 2);

        awaitTrue(page, "[0, 1].every((nth) => inside('.box', nth).classList.contains('dark'))");
        assertThat(page.evaluate("getComputedStyle(inside('a')).backgroundColor"))
                .isEqualTo("rgb(26, 32, 29)");
    }

    @Test
    void showEveryLayoutFromRightToLeftWithItsPanelInView() {
        var page = drawn("rtl.html", 4);

        assertThat(page.evaluate(SIZES)).isEqualTo(List.of("55 x 62", "110 x 20", "24 x 24", "80 x 24"));
        assertThat(Axe.findings(page)).isEmpty();
        for (int nth = 0; nth < 4; nth++) {
            page.locator("flattr-button").nth(nth).hover();
            awaitTrue(page, "ready(" + nth + ")");
            asksForRoom(page, nth);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void showTheButtonAmongStylesThatMeanEverything() {
        var page = drawn("hostile-styles.html", 4);

        assertThat(page.evaluate(SIZES)).isEqualTo(List.of("55 x 62", "110 x 20", "55 x 62", "55 x 62"));
        assertThat(page.evaluate("getComputedStyle(inside('a', 2)).visibility")).isEqualTo("hidden");
        assertThat(page.evaluate("getComputedStyle(inside('a', 3)).pointerEvents"))
                .isEqualTo("none");
    }

    @Test
    void showAPageThatCutsItsOpeners() {
        var page = demo("coop.html");
        isDrawn(page, 1);
        page.route("**/button/frame?*", Route::abort);

        var window =
                page.context().waitForPage(() -> page.locator("flattr-button").click());

        window.waitForURL("**/submit/auto?*");
        assertThat(window.evaluate("opener")).isNull();
    }

    /** The frame over a button opens a panel, which goes where the reader sees it. */
    private static void asksForRoom(Page page, int nth) {
        var frame = page.locator("flattr-button").nth(nth).locator("iframe");
        frame.elementHandle().contentFrame().evaluate("say({ obolus: 'room', width: 280, height: 200 })");
        page.waitForCondition(() -> frame.boundingBox().width == 280);
        var box = frame.boundingBox();
        assertThat(box.x).isGreaterThanOrEqualTo(0);
        assertThat(box.x + box.width).isLessThanOrEqualTo((int) page.evaluate("innerWidth"));
        assertThat(box.y + box.height).isLessThanOrEqualTo((int) page.evaluate("innerHeight"));
        frame.elementHandle().contentFrame().evaluate("say({ obolus: 'room', width: 0, height: 0 })");
        page.waitForCondition(() -> frame.boundingBox().width < 280);
    }

    private static Page drawn(String name, int buttons) {
        var page = demo(name);
        isDrawn(page, buttons);
        return page;
    }

    private static void isDrawn(Page page, int buttons) {
        awaitTrue(
                page,
                "(buttons => buttons.length === " + buttons + " && [...buttons].every((one) => one.shadowRoot))"
                        + "(document.querySelectorAll('flattr-button'))");
    }

    private static Page demo(String name) {
        return stage.openDemo(name, new Browser.NewContextOptions());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> said(Page page, int nth) {
        return (Map<String, String>)
                page.evaluate("nth => Object.fromEntries(new URL(inside('a', nth).href).searchParams)", nth);
    }
}
