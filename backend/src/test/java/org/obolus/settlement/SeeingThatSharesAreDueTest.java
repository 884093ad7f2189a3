package org.obolus.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.calendar.Month;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

/** Before anything is locked, one question says whether any share has to go back (rule 11). */
@QuarkusTest
class SeeingThatSharesAreDueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    ReturnHeld returnHeld;

    private Person alice;
    private String site;
    private Month month;

    @BeforeEach
    void oneShareIsHeld() {
        time.settleTheMonth();
        nothingOfOthersIsHeld();
        alice = people.person("alice");
        var bob = people.person("bob");
        site = "site:due" + bob.id() + ".example";
        books.means(bob, "2.00", "2.00");
        books.flattr(bob, books.thingOfIdentity(site));
        month = time.settleTheMonth();
    }

    @AfterEach
    void end() {
        books.run(
                "update identities set contested = false, account_id = null, opted_out_at = null where name = ?", site);
        time.doWhatIsDue();
    }

    @Test
    void seesNothingWhileTheirTimeRuns() {
        assertThat(isAnyDue()).isFalse();

        fiveMonthsPass();

        assertThat(isAnyDue()).isFalse();
    }

    @Test
    void seesThatTheirTimeIsOver() {
        theirTimePasses();

        assertThat(isAnyDue()).isTrue();
        time.doWhatIsDue();
        assertThat(isAnyDue()).isFalse();
    }

    @Test
    void seesNothingOfWhoeverIsContested() {
        theirTimePasses();
        books.run("update identities set contested = true where name = ?", site);

        assertThat(isAnyDue()).isFalse();
    }

    @Test
    void seesNothingOfWhatSomebodyHasClaimed() {
        theirTimePasses();
        books.run("update identities set account_id = ? where name = ?", alice.id(), site);

        assertThat(isAnyDue()).isFalse();
    }

    @Test
    void waitsAsMuchLongerAsAContestLasted() {
        books.run("""
                insert into contests (identity_id, challenger_id, opened_at, due_at, decided_at)
                select i.id, ?, m.settled_at + interval '1 day', m.settled_at + interval '11 days',
                    m.settled_at + interval '11 days'
                from identities i, months m where i.name = ? and m.month = ?""", alice.id(), site, Date.valueOf(month.firstDay()));

        theirTimePasses();

        assertThat(isAnyDue()).isFalse();
        time.passDays(9);
        assertThat(held()).isEqualTo(1);
        time.passDays(1);
        assertThat(held()).isZero();
    }

    @Test
    void seesAnOptOutAtOnce() {
        books.run("update identities set opted_out_at = calendar_now() where name = ?", site);

        assertThat(isAnyDue()).isTrue();
    }

    @Test
    void seesNoOptOutThatIsContested() {
        books.run("update identities set opted_out_at = calendar_now(), contested = true where name = ?", site);

        assertThat(isAnyDue()).isFalse();
    }

    @Test
    void seesAReturnThatWasBrokenOff() {
        books.run("insert into returns (month, begun_at) values (?, calendar_now())", Date.valueOf(month.firstDay()));

        assertThat(isAnyDue()).isTrue();
        time.doWhatIsDue();
        assertThat(isAnyDue()).isFalse();
    }

    /** What was given in other tests would be due as well, once its time is over. */
    private void nothingOfOthersIsHeld() {
        books.run("""
                update identities set opted_out_at = calendar_now()
                where opted_out_at is null and id in (select identity_id from holdings where state = 'held')""");
        time.doWhatIsDue();
    }

    private boolean isAnyDue() {
        return returnHeld.isAnyDue().await().atMost(PATIENCE);
    }

    private long held() {
        return books.number(
                "select count(*) from holdings h join identities i on i.id = h.identity_id where i.name = ? and state = 'held'",
                site);
    }

    /** No job notices. */
    private void theirTimePasses() {
        fiveMonthsPass();
        time.toTheNextMonth();
        time.toTheDayOfSettlement();
    }

    private void fiveMonthsPass() {
        for (int i = 0; i < 5; i++) {
            time.toTheNextMonth();
        }
        time.toTheDayOfSettlement();
    }
}
