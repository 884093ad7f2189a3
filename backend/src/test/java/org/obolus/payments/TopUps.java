package org.obolus.payments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.KeyedRequest;
import org.obolus.money.Money;
import org.obolus.testing.Person;
import org.obolus.web.NextPage;

/** Gives people in tests funds, the way that people get them. */
@ApplicationScoped
public class TopUps {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Payments payments;

    TopUps(Payments payments) {
        this.payments = payments;
    }

    /** Pays in an amount, for example {@code topUps.of(alice, "5.00")}. */
    public void of(Person person, String amount) {
        var asked = new NewDeposit(new AccountId(person.id()), Money.of(amount), NextPage.of("/dashboard"));
        payments.start(asked, new KeyedRequest(person.id(), "test", Optional.empty(), ""))
                .chain(deposit ->
                        payments.paid(deposit.provider(), deposit.checkout().reference()))
                .await()
                .atMost(PATIENCE);
    }
}
