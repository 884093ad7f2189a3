package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obolus.testing.LittleSite;

/** People without an account refuse flattrs in a browser; the fan who had given keeps what was for them. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class OptingOutIT {

    private static Reader fan;
    private static Reader stranger;

    @BeforeAll
    static void meet() {
        fan = new Reader(TheDemo.browser().browser(), TheDemo.server(), "fan-of-the-shy");
        fan.signUp();
        fan.logIn(fan.openHere("/log-in"));
        stranger = new Reader(TheDemo.browser().browser(), TheDemo.server(), "nobody");
    }

    @Test
    void refusesForASiteByAFileOnIt() {
        try (var site = LittleSite.named("shy" + System.nanoTime())) {
            var page = stranger.openHere("/opt-out");
            EverybodyCanUseItIT.isOpen(page);
            page.getByLabel("Your site").fill(site.address("/some/page"));
            Reader.press(page, "Show me how");
            var line = page.locator("ol > li").nth(1).locator("pre").textContent();
            EverybodyCanUseItIT.isOpen(page);

            Reader.press(page, "It is there: look, and opt out");
            Reader.awaitText(page, "is not to be seen at " + site.host());
            site.with(LittleSite.PROOF_FILE, line);
            Reader.press(page, "It is there: look, and opt out");

            Reader.awaitText(page, "You are opted out");
            EverybodyCanUseItIT.isOpen(page);
            assertThatNobodyCanFlattr(site.address("/some/page"), site.name());
        }
    }

    @Test
    void refusesForAnAddressByTheLinkInAMail() {
        var page = stranger.openHere("/opt-out");
        page.getByLabel("Your address").fill("shy@harbour.example");
        Reader.press(page, "Send the link");
        Reader.awaitText(page, "Look into your mail");
        EverybodyCanUseItIT.isOpen(page);

        page.navigate(TheDemo.server().url("/dev/mails").toString());
        page.locator("a[href*='/opt-out/email/']").first().click();
        EverybodyCanUseItIT.isOpen(page);
        Reader.press(page, "Opt out");

        Reader.awaitText(page, "You are opted out");
        assertThatNobodyCanFlattr("shy@Harbour.Example", "shy@harbour.example");
    }

    private static void assertThatNobodyCanFlattr(String of, String name) {
        var desk = fan.openHere("/dashboard/flattr");
        desk.getByLabel("Whom or what").fill(of);
        Reader.press(desk, "Look");
        var card = desk.locator("section[aria-label='What was found']");
        assertThat(card).containsText(name);
        assertThat(card).containsText("does not want flattrs.");
        assertThat(card.locator("button")).hasCount(0);
        EverybodyCanUseItIT.isOpen(desk);
    }
}
