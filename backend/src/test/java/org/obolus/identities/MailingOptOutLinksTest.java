package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.AccountsConfig;
import org.obolus.accounts.EmailAddress;
import org.obolus.database.Outbox;
import org.obolus.database.Transactions;
import org.obolus.testing.Books;
import org.obolus.testing.Eventually;
import org.obolus.testing.InterruptedTransactions;
import org.obolus.web.Neighbourhood;
import org.obolus.web.RateLimits;
import org.obolus.web.VisitLimits;

@QuarkusTest
class MailingOptOutLinksTest {

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    Books books;

    @Inject
    OptOut optOut;

    @Inject
    OptOutLinks links;

    @Inject
    LookAtSite look;

    @Inject
    VisitLimits visits;

    @Inject
    RateLimits limits;

    @Inject
    Outbox outbox;

    private final Neighbourhood here = new Neighbourhood(UUID.randomUUID().toString());
    private final EmailAddress nobody = EmailAddress.of(UUID.randomUUID() + "@mail.example");

    @Test
    void countsNoMailThatCouldNotBeWrittenDown() {
        assertThatThrownBy(() -> send(new InterruptedTransactions(pool, 0), "P1D"))
                .isInstanceOf(InterruptedTransactions.Killed.class);
        assertThat(mails()).isZero();

        send(transactions, "P1D");
        send(transactions, "P1D");

        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void sendsAnotherWhenTheLastOneIsOver() {
        send(transactions, "PT1S");

        Eventually.holds("another mail is sent", () -> {
            send(transactions, "PT1S");
            return mails() > 1;
        });
    }

    private void send(Transactions by, String lasts) {
        new OptOutAlone(by, optOut, links, look, visits, limits, outbox, config(lasts))
                .sendLink(nobody, new Neighbourhood(here.name() + UUID.randomUUID()))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private static AccountsConfig config(String lasts) {
        var set = Map.of("obolus.accounts.mailed-link-lasts", lasts);
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(set, "a test", 100))
                .withMapping(AccountsConfig.class)
                .build()
                .getConfigMapping(AccountsConfig.class);
    }

    private long mails() {
        return books.number(
                "select count(*) from outbox where kind = 'mail' and payload like ?", "%\"to\":\"" + nobody + "\"%");
    }
}
