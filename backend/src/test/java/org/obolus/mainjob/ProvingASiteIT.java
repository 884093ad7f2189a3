package org.obolus.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obolus.testing.LittleSite;

/** The owner of a site copies what the dashboard shows to where it says, and lets the server look. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class ProvingASiteIT {

    private static Reader gita;

    private LittleSite site;
    private Page desk;

    @BeforeAll
    static void meet() {
        gita = new Reader(TheDemo.browser().browser(), TheDemo.server(), "gita");
        gita.signUp();
        gita.logIn(gita.openHere("/log-in"));
    }

    @BeforeEach
    void nameTheSite() {
        site = LittleSite.named("gita" + System.nanoTime());
        desk = asksFor(gita);
    }

    private Page asksFor(Reader owner) {
        var page = owner.openHere("/dashboard/sites");
        page.getByLabel("Prove a site").fill(site.address("/some/page"));
        Reader.press(page, "Show me how");
        Reader.awaitText(page, "Place one of the proofs that are shown here, then let us look.");
        return page;
    }

    @AfterEach
    void closeIt() {
        site.close();
    }

    @Test
    void placesATextRecord() {
        look();
        Reader.awaitText(desk, "Your token is not to be seen at " + site.host());
        assertThat(shown(0, "code")).isEqualTo("_obolus." + site.name());

        TheDemo.names().withText(shown(0, "code"), shown(0, "pre"));

        look();
        assertThatItIsProven();
    }

    @Test
    void placesAFile() {
        assertThat(shown(1, "code")).isEqualTo("https://" + site.host() + LittleSite.PROOF_FILE);

        site.with(LittleSite.PROOF_FILE, shown(1, "pre") + "\n");

        look();
        assertThatItIsProven();
    }

    @Test
    void placesATagInTheHomePage() {
        site.with("/", "<!doctype html><html><head><title>Gita</title>" + shown(2, "pre") + "</head><body>Hello");

        look();
        assertThatItIsProven();
    }

    @Test
    void placesALinkToTheProfileInTheHomePage() {
        site.with("/", "<!doctype html><html><head><title>Gita</title>" + shown(3, "pre") + "</head><body>Hello");

        look();
        assertThatItIsProven();
    }

    @Test
    void waitsForTheStrongerProofWhereAnotherShowsTheirs() {
        site.with(LittleSite.PROOF_FILE, shown(1, "pre"));
        look();
        assertThatItIsProven();
        var hedda = new Reader(TheDemo.browser().browser(), TheDemo.server(), "hedda");
        hedda.signUp();
        hedda.logIn(hedda.openHere("/log-in"));
        var herDesk = asksFor(hedda);

        site.with(LittleSite.PROOF_FILE, shown(herDesk, 1, "pre"));
        look(herDesk);

        Reader.awaitText(herDesk, "Two people say that this site is theirs. It is decided on");
        EverybodyCanUseItIT.isOpen(herDesk);
        desk.reload();
        Reader.awaitText(desk, "Two people say that this site is theirs. It is decided on");
        Reader.press(desk, "It is not mine");
        Reader.awaitText(desk, "The site is no longer yours here.");
        herDesk.reload();
        look(herDesk);
        Reader.awaitText(herDesk, "The site is yours.");
        assertThat(hedda.read("/api/v1/sites/" + site.host())).contains("\"state\":\"proven\"");
    }

    private void look() {
        look(desk);
    }

    private void look(Page desk) {
        var card = desk.locator("section[aria-label='" + site.host() + "']");
        card.getByText("It is there: look now").click();
    }

    private String shown(int proof, String element) {
        return shown(desk, proof, element);
    }

    private String shown(Page desk, int proof, String element) {
        return desk.locator("section[aria-label='" + site.host() + "'] ol > li")
                .nth(proof)
                .locator(element)
                .textContent();
    }

    private void assertThatItIsProven() {
        Reader.awaitText(desk, "The site is yours.");
        assertThat(gita.read("/api/v1/sites/" + site.host())).contains("\"state\":\"proven\"");
    }
}
