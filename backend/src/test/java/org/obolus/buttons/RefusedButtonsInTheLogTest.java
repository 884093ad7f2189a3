package org.obolus.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.LogLines;
import org.obolus.testing.Person;

/** An operator can see which site was refused what, and nobody can use what stands there. */
@QuarkusTest
class RefusedButtonsInTheLogTest {

    private static final String EVIL = "https://evil.example";

    @Inject
    People people;

    @Inject
    Books books;

    private Person bob;
    private String site;
    private AFrame frame;
    private LogLines log;

    @BeforeEach
    void connect() {
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        site = "https://logged" + System.nanoTime() + ".example";
        frame = AFrame.connected(site, bob, site + "/first");
        log = new LogLines();
    }

    @AfterEach
    void nameNoSecret() {
        log.close();

        assertThat(String.join(" ", log.lines()))
                .doesNotContain(frame.token, frame.handle, frame.handle.substring(0, 36), bob.session());
    }

    @Test
    void nameBothSitesWhereATokenComesFromAnother() {
        var thief = new AFrame(EVIL);
        thief.token = frame.token;

        thief.flattr(EVIL + "/a", true);

        assertThatTheLog().contains(site, EVIL);
    }

    @Test
    void nameTheAddressThatIsOnAnotherSite() {
        frame.flattr(EVIL + "/a", true);

        assertThatTheLog().contains(site, EVIL + "/a");
    }

    @Test
    void nameTheSiteThatHasTooManyPresses() {
        IntStream.rangeClosed(0, Presses.MOST_UNSEEN_A_DAY).forEach(i -> frame.flattr(site + "/unseen" + i, false));

        assertThatTheLog().contains(site, "too many presses", "Account " + bob.id());
    }

    @Test
    void nameTheSiteWhoseHandleCameTwice() {
        var copied = frame.handle;
        frame.renew();
        frame.renew();

        frame.renew(copied);

        assertThatTheLog().contains(site, "came twice", "account " + bob.id()).doesNotContain(copied);
    }

    @Test
    void nameTheSiteWhoseHandleCameWithoutItsKey() {
        var thief = new AFrame(EVIL);

        thief.renew(frame.handle);

        assertThatTheLog().contains(site, EVIL, "without its key");
    }

    @Test
    void nameTheSiteWhoseCodeCameFromAnotherFrame() {
        String code = new AFrame(site).offer(bob, site + "/first").path("code");

        new AFrame(EVIL).redeem(code);

        assertThatTheLog().contains(site, EVIL, "another frame").doesNotContain(code);
    }

    @Test
    void nameTheSiteThatWasToBeConnectedBeforeItsFirstFlattr() {
        new AFrame(EVIL).offer(bob, EVIL + "/never-flattred");

        assertThatTheLog().contains(EVIL, "Account " + bob.id());
    }

    @Test
    void areNotThereWhereNothingWasRefused() {
        frame.renew();
        frame.flattr(site + "/second", true);
        frame.undo(site + "/second");

        assertThat(log.lines()).isEmpty();
    }

    private AbstractStringAssert<?> assertThatTheLog() {
        return assertThat(String.join(" ", log.lines()));
    }
}
