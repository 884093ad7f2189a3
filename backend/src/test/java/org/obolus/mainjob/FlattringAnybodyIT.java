package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obolus.testing.APlatform;
import org.obolus.testing.Axe;

/** Somebody on Mastodon is flattred by a fan who knows nothing but their handle. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class FlattringAnybodyIT {

    @Test
    void beginsWithAHandleAndShowsWhenTheShareComesBack() {
        try (var social = APlatform.named("social").withMember("109", "maria", "Maria Sol")) {
            var fan = new Reader(TheDemo.browser().browser(), TheDemo.server(), "fan-of-maria");
            fan.signUp();
            fan.logIn(fan.openHere("/log-in"));
            var page = fan.openHere("/dashboard/flattr");

            look(page, social.handle("maria"));

            assertThat(page.locator("h1, h2")).containsText(new String[] {"Flattr anybody", "Maria Sol"});
            Reader.awaitText(page, social.handle("maria"));
            Reader.awaitText(page, "Not here yet");
            // A button accepts nothing in the page's first moment, and looks like it.
            page.locator("html:not(.unsettled)").waitFor();
            page.waitForFunction("document.getAnimations().length === 0");
            assertThat(Axe.findings(page)).isEmpty();

            TheMainJobIT.setBudgetAndTopUp(page, "5.00", "5.00");
            Reader.awaitText(page, "You flattred this.");

            page = fan.openHere("/dashboard");
            assertThat(page.locator(".rows").filter(new Locator.FilterOptions().setHasText("Maria Sol on Mastodon")))
                    .containsText(Pattern.compile("waits until \\d+ \\w+ \\d{4}, then it goes back to you"));
        }
    }

    @Test
    void offersThePlatformsForANameAlone() {
        var fan = new Reader(TheDemo.browser().browser(), TheDemo.server(), "fan-of-names");
        fan.signUp();
        fan.logIn(fan.openHere("/log-in"));
        var page = fan.openHere("/dashboard/flattr");

        look(page, "@maria");

        assertThat(page.getByText("github:maria")).isVisible();
        assertThat(page.locator("#of-error")).containsText("another person elsewhere");
        assertThat(Axe.findings(page)).isEmpty();
    }

    private static void look(Page page, String of) {
        page.getByLabel("Whom or what").fill(of);
        Reader.press(page, "Look");
    }
}
