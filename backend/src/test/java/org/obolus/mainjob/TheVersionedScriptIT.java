package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obolus.testing.LittleSite;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/** A page that wants to know what it loads names the script's version and hash, as /button/version.json has them. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class TheVersionedScriptIT {

    private static final String PAGE = """
            <!doctype html><html lang="en"><title>A careful page</title>
            <script async crossorigin="anonymous" src="%1$s" integrity="%2$s"></script>
            <flattr-button href="%3$s"><a href="%4$s/submit/auto?url=%3$s">Flattr this</a></flattr-button>""";

    private static ServerProcess server;
    private static RealBrowser browser;
    private static LittleSite site;
    private static JsonPath version;

    @BeforeAll
    static void start() throws Exception {
        server = TheDemo.server();
        browser = TheDemo.browser();
        site = LittleSite.named("careful");
        version = JsonPath.from(server.get("/button/version.json"));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void drawsTheButtonWhereItsHashIsRight() {
        var page = open(version.getString("integrity"));

        assertThat(page.locator("flattr-button .count")).hasText(Pattern.compile("\\d"));
        assertThat(page.getByText("Flattr this")).isHidden();
    }

    @Test
    void leavesTheLinkWhereItIsAnother() {
        var page = open(version.getString("integrity").replaceFirst("sha384-.{4}", "sha384-AAAA"));

        assertThat(page.evaluate("customElements.get('flattr-button')")).isNull();
        page.getByText("Flattr this").click();

        Reader.awaitText(page, "Log in to flattr this.");
    }

    private static Page open(String integrity) {
        var address = server.url("").toString();
        site.with(
                "/page",
                PAGE.formatted(address + version.getString("path"), integrity, site.address("/page"), address));
        var page = browser.browser().newPage();
        page.navigate(site.address("/page"));
        return page;
    }
}
