package org.obolus.buttons;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.obolus.testing.RealBrowser;

@QuarkusTest
@Tag("browser")
@Timeout(120)
class SeeingAButtonComeTogetherTest {

    private static final String NOTES = """
            window.violations = [];
            addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));""";

    private static RealBrowser browser;

    @TestHTTPResource("/get-button")
    URL address;

    @BeforeAll
    static void open() {
        browser = new RealBrowser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void followsWhileItsFormIsFilledIn() {
        var page = open(new Browser.NewContextOptions());

        page.getByLabel("Address of the page").pressSequentially("https://blog.example/bread");
        page.getByLabel("Look").selectOption("badge");

        assertThat(page.locator(".preview img")).hasAttribute("src", Pattern.compile("^/badge\\.svg\\?.*%2Fbread$"));
        assertThat(page.locator("#code-1"))
                .containsText("/badge.svg?count=1&amp;url=https%3A%2F%2Fblog.example%2Fbread");
        assertThat(page).hasURL(Pattern.compile("url=https%3A%2F%2Fblog\\.example%2Fbread.*layout=badge"));
        assertThat(page.getByLabel("Address of the page")).hasValue("https://blog.example/bread");
    }

    @Test
    void showsTheRealButtonUnderItsOwnPolicy() {
        var page = open(new Browser.NewContextOptions());

        page.getByLabel("Look").selectOption("compact");

        assertThat(page.locator(".preview flattr-button[layout=compact] .count"))
                .hasText("0");
        Assertions.assertThat(page.evaluate("violations")).isEqualTo(List.of());
    }

    @Test
    void copiesWhatItShows() {
        var page = open(new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));

        page.getByLabel("Look").selectOption("link");
        button(page, "Copy Where the link belongs").click();

        assertThat(page.getByRole(AriaRole.STATUS).last()).hasText("It is copied.");
        Assertions.assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(page.locator("#code-1").textContent());
    }

    @Test
    void doesAllButFollowWithoutAScript() {
        var page = open(new Browser.NewContextOptions().setJavaScriptEnabled(false));

        page.getByLabel("Address of the page").fill("https://blog.example/bread");
        page.getByLabel("Look").selectOption("text");
        button(page, "Show the code").click();

        assertThat(page.locator("#code-2")).containsText("href=\"https://blog.example/bread\" layout=\"text\"");
        assertThat(page.locator(".preview a")).hasText("Flattr this");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Copy"))))
                .hasCount(0);
    }

    private Page open(Browser.NewContextOptions options) {
        var context = browser.browser().newContext(options);
        context.setDefaultTimeout(15_000);
        context.addInitScript(NOTES);
        var page = context.newPage();
        page.navigate(address.toString());
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
