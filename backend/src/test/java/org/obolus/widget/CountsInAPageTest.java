package org.obolus.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.widget.Stage.awaitTrue;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("browser")
@Timeout(120)
class CountsInAPageTest {

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
    void fillThePagesOwnElementsWithOneQuestion() {
        var page = stage.open("<!doctype html><title>A page</title><script async src='SERVER/counts.js'></script>"
                + "<b data-flattr-count='https://blog.example/1'></b><b data-flattr-count='/2'></b>"
                + "<b data-flattr-count='https://blog.example/1'></b><b data-flattr-count=''></b>"
                + "<b data-flattr-count='mailto:alice@blog.example'>as it was</b>");

        awaitTrue(page, "document.querySelector('b').textContent");
        assertThat(page.evaluate("Array.from(document.querySelectorAll('b'), ({ textContent }) => textContent)"))
                .isEqualTo(List.of("7", "7", "7", "7", "as it was"));
        assertThat(stage.server().asked("/")).extracting(uri -> uri.getPath()).containsExactly("/counts.js", "/counts");
        assertThat(stage.server().asked("/counts").get(1).getRawQuery().split("&"))
                .hasSize(3);
        assertThat(page.evaluate("localStorage.length + document.cookie.length"))
                .isEqualTo(0);
    }

    @Test
    void fillTheDemoPage() {
        var page = stage.openDemo("numbers.html", new Browser.NewContextOptions());

        awaitTrue(page, "Array.from(document.querySelectorAll('b')).every(({ textContent }) => textContent === '7')");
        assertThat(page.locator("b").count()).isEqualTo(3);
    }
}
