package org.obolus.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.widget.Stage.awaitTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of a page moves that keeps room for its buttons as docs/button.md says, neither for the button nor for its frame. */
@Tag("browser")
@Timeout(120)
class NothingMovesTest {

    private static final Pattern STYLES = Pattern.compile("## Room for it.*?```css\n(.*?)```", Pattern.DOTALL);
    private static final String PLACES =
            "JSON.stringify(Array.from(document.querySelectorAll('body, p, flattr-button'),"
                    + " (element) => element.getBoundingClientRect()))";
    private static final String PAINTED =
            "new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted))))";
    /** Browsers without this entry are judged by the places alone. */
    private static final String SHIFTS = """
            window.shifts = [];
            if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
              new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => shifts.push(value)))
                .observe({ type: 'layout-shift', buffered: true });
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

    @ParameterizedTest
    @ValueSource(strings = {"large", "compact", "icon", "text"})
    void whenTheButtonIsDrawn(String layout) throws IOException {
        var before = placesBefore(layout);

        var page = stage.visit(Stage.page(words(layout)));

        awaitTrue(page, "document.querySelector('flattr-button')?.shadowRoot");
        hasMovedNothing(page, before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "compact", "icon", "text"})
    void whenTheFrameComesForAFan(String layout) throws IOException {
        var before = placesBefore(layout);
        stage.visit("<!doctype html><title>Connected</title>").evaluate("localStorage.obolus = '1'");

        var page = stage.visit(Stage.page(words(layout)));

        awaitTrue(page, "document.querySelector('flattr-button')?.shadowRoot && ready()");
        hasMovedNothing(page, before);
    }

    /** Where everything stands before any script has come. */
    private static Object placesBefore(String layout) throws IOException {
        var page = stage.open("<!doctype html><html lang=en><title>A page</title><body>" + words(layout));
        stage.context().addInitScript(SHIFTS);
        return page.evaluate(PLACES);
    }

    private static void hasMovedNothing(Page page, Object before) {
        page.evaluate(PAINTED);
        assertThat(page.evaluate(PLACES)).isEqualTo(before);
        assertThat(page.evaluate("shifts")).isEqualTo(List.of());
    }

    private static String words(String layout) throws IOException {
        var page = Files.readString(Path.of("..", "docs", "button.md"));
        var styles = STYLES.matcher(page);
        assertThat(styles.find()).isTrue();
        return "<style>" + styles.group(1) + "</style><p>Before <flattr-button layout='" + layout
                + "'><a href='SERVER/submit/auto'>Flattr this page, please</a></flattr-button> after</p><p id=next>Next</p>";
    }
}
