package org.obolus.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.widget.Stage.awaitTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("browser")
@Timeout(120)
class OldMarkupTest {

    private static final String BREAD =
            "<a class='FlattrButton' href='https://blog.example/bread' title='How to bake bread' lang='en_GB' %s>"
                    + "Flour, water, salt.<br>And time.</a>";

    private static Stage stage;

    @BeforeAll
    static void open() throws IOException {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rel='nofollow flattr;uid:alice;category:text;tags:bread,baking;hidden:1;button:compact;popout:0;'",
                "style='display:none' rev='flattr;uid:alice;category:text;tags:bread,baking;hidden:1;button:compact;'",
                "data-flattr-uid='alice' data-flattr-category='text' data-flattr-tags='bread,baking'"
                        + " data-flattr-hidden='1' data-flattr-button='compact' data-flattr-popout='0'"
            })
    void saysTheSameInEachOfItsForms(String parameters) {
        var page = stage.open(Stage.page(BREAD.formatted(parameters)));

        awaitTrue(page, "customElements.get('flattr-button')");
        assertThat(said(page))
                .isEqualTo(Map.of(
                        "url", "https://blog.example/bread",
                        "user_id", "alice",
                        "title", "How to bake bread",
                        "description", "Flour, water, salt.\nAnd time.",
                        "language", "en_GB",
                        "tags", "bread,baking",
                        "category", "text",
                        "hidden", "1"));
        assertThat(page.evaluate("size('flattr-button')")).isEqualTo("110 x 20");
        assertThat(page.evaluate("document.querySelector('flattr-button > a.FlattrButton').checkVisibility()"))
                .isEqualTo(false);
    }

    @Test
    void mayNameItsAttributesByAnotherPrefix() {
        var page = stage.open(script("?mode=auto&html5-key-prefix=data-give")
                + BREAD.formatted("data-give-uid='alice' data-flattr-uid='bob'"));

        awaitTrue(page, "customElements.get('flattr-button')");
        assertThat(said(page)).containsEntry("user_id", "alice");
    }

    @Test
    void isCompletedByTheAddressOfTheScript() {
        var page = stage.open(script("?mode=auto&uid=alice&button=compact&language=sv_SE&category=text")
                + "<a class='FlattrButton' href='https://blog.example/1'></a>"
                + "<a class='FlattrButton' href='https://blog.example/2' rel='flattr;uid:bob;category:audio'></a>");

        awaitTrue(page, "customElements.get('flattr-button')");
        assertThat(said(page, 0))
                .isEqualTo(Map.of(
                        "url", "https://blog.example/1", "user_id", "alice", "language", "sv_SE", "category", "text"));
        assertThat(said(page, 1)).containsEntry("user_id", "bob").containsEntry("category", "audio");
        awaitTrue(page, "size('flattr-button') === '110 x 20'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data-flattr-button='default'",
                "data-flattr-button='something'",
                "rel='flattr;button:default'"
            })
    void isTheLargeOneUnlessItNamesAnother(String button) {
        var page = stage.open(Stage.page(BREAD.formatted(button)));

        awaitTrue(page, "document.querySelector('flattr-button')?.shadowRoot && count() === '7'");
        assertThat(page.evaluate("size('flattr-button')")).isEqualTo("55 x 62");
    }

    @Test
    void waitsUntilItIsAskedForWhereTheOldLoaderStood() {
        var page = stage.open(script("") + BREAD.formatted(""));
        awaitTrue(page, "customElements.get('flattr-button')");
        assertThat(page.locator("flattr-button").count()).isZero();

        page.evaluate("FlattrLoader.setup()");

        assertThat(page.locator("flattr-button").count()).isOne();
    }

    @Test
    void isDrawnByItselfWhereTheScriptWasPutInByAScript() {
        var page = stage.open("<!doctype html><title>A page</title>" + BREAD.formatted("")
                + "<script>(function() { var s = document.createElement('script'),"
                + " t = document.getElementsByTagName('script')[0]; s.type = 'text/javascript'; s.async = true;"
                + " s.src = 'SERVER/js/0.6/load.js?mode=auto'; t.parentNode.insertBefore(s, t); })();</script>");

        awaitTrue(page, "document.querySelector('flattr-button')?.shadowRoot && count() === '7'");
    }

    @Test
    void isAskedForWhenThePageIsWhole() {
        var page = stage.open("<!doctype html><title>A page</title><script src='SERVER/js/0.6/load.js'></script>"
                + "<script>FlattrLoader.addLoadEvent(function () { FlattrLoader.setup(); });</script>"
                + BREAD.formatted(""));

        awaitTrue(page, "document.querySelector('flattr-button')?.shadowRoot && count() === '7'");
    }

    @Test
    void isDrawnWhereAScriptWantsIt() {
        var page = stage.open(
                Stage.page("<p id=one><i></i></p><p id=two></p><p id=three></p>" + "<p id=four><i></i></p>"));
        awaitTrue(page, "window.FlattrLoader");

        page.evaluate("""
                () => {
                  const asked = { uid: 'alice', url: 'https://blog.example/song', title: 'A song of bread', button: 'compact' };
                  FlattrLoader.render(asked, 'one', 'append');
                  FlattrLoader.render(asked, document.getElementById('two'), 'before');
                  FlattrLoader.render(asked, 'three', 'replace');
                  FlattrLoader.render(asked, 'four');
                  FlattrLoader.render(asked, 'nowhere', 'replace');
                }""");

        assertThat(page.evaluate("Array.from(document.body.children, ({ localName, id }) => id || localName)"))
                .isEqualTo(List.of("one", "flattr-button", "two", "flattr-button", "four"));
        assertThat(page.evaluate("four.lastChild.localName")).isEqualTo("flattr-button");
        assertThat(page.evaluate("one.lastChild.localName")).isEqualTo("flattr-button");
        assertThat(said(page, 2))
                .isEqualTo(Map.of("url", "https://blog.example/song", "user_id", "alice", "title", "A song of bread"));
    }

    @Test
    void staysTheLinkThatItIsWhenItLeadsNowhereOnTheWeb() {
        var page = stage.open(Stage.page("<a class='FlattrButton' href='mailto:alice@blog.example'>alice</a>"));

        awaitTrue(page, "customElements.get('flattr-button')");
        assertThat(page.locator("flattr-button").count()).isZero();
        assertThat(page.locator("a.FlattrButton").isVisible()).isTrue();
    }

    @Test
    void isDrawnOnceAlsoWhereAPageCarriesTheScriptTwice() {
        var page = stage.open(Stage.page(BREAD.formatted("") + "<script src='SERVER/button.js?again'></script>"));

        awaitTrue(page, "document.querySelector('flattr-button') && count() === '7'");
        assertThat(page.locator("flattr-button").count()).isOne();
    }

    private static String script(String query) {
        return "<!doctype html><html lang=en><title>A page</title><script async src='SERVER/js/0.6/load.js" + query
                + "'></script><body>";
    }

    private static Map<String, String> said(Page page) {
        return said(page, 0);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> said(Page page, int button) {
        return (Map<String, String>)
                page.evaluate("nth => Object.fromEntries(new URL(inside('a', nth).href).searchParams)", button);
    }
}
