package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.Accounts;
import org.obolus.accounts.EmailAddress;
import org.obolus.accounts.People;
import org.obolus.calendar.Months;
import org.obolus.database.Transactions;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.TimeTravel;

/** Claims, opt-outs and clicks wait for one another in one order, so that none has to be tried again. */
@QuarkusTest
class OptingOutWhileClaimingTest {

    private static final int ROUNDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Pool pool;

    @Inject
    Accounts accounts;

    @Inject
    EmailNames names;

    @Inject
    Months months;

    @Inject
    Claims claims;

    @Inject
    Contests contests;

    @Inject
    ApplyAssignments assignments;

    @Inject
    PersonMails personMails;

    @Inject
    EmailMails emailMails;

    @Inject
    @Any
    Instance<OptedOut> listeners;

    private OptOut optOut;
    private EmailClaims emailClaims;

    /** Our own transactions hide a deadlock by trying its victim again. */
    static final class Once extends Transactions {

        private final Pool pool;

        Once(Pool pool) {
            super(pool);
            this.pool = pool;
        }

        @Override
        public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
            return pool.withTransaction(work);
        }
    }

    @BeforeEach
    void begin() {
        time.doWhatIsDue();
        var once = new Once(pool);
        optOut = new OptOut(once, months, claims, contests, assignments, personMails, listeners);
        emailClaims = new EmailClaims(once, accounts, names, claims, emailMails);
    }

    @Test
    void isNoDeadlockHoweverOftenBothComeAtOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            var alice = people.person("alice");
            var bob = people.person("bob");
            var mail = names.of(EmailAddress.of(alice.username() + "@mail.example"));
            var thing = books.thingOfIdentity(mail.value());
            books.means(bob, "2.00", "2.00");

            AtOnce.<Object>times(3, number -> switch (number) {
                case 0 -> emailClaims.claim(alice.account()).await().atMost(PATIENCE);
                case 1 -> optOut.begin(mail, "email").await().atMost(PATIENCE);
                default ->
                    bob.asks()
                            .body("{\"thing\":" + thing + "}")
                            .post("/api/v1/flattrs")
                            .statusCode();
            });

            assertThat(books.number("select account_id from identities where name = ?", mail.value()))
                    .isEqualTo(alice.id());
        }
    }
}
