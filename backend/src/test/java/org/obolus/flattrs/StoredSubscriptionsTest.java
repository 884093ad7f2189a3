package org.obolus.flattrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

/** The database has the last word on what a subscription can be. */
@QuarkusTest
class StoredSubscriptionsTest {

    private static final String MAKE = """
            insert into subscriptions (supporter_id, thing_id, months, counted, made_at, due)
            values (?, ?, 3, 1, now(), '2026-12-01')""";

    @Inject
    People people;

    @Inject
    Books books;

    Person bob;
    long thing;

    @BeforeEach
    void subscribe() {
        bob = people.person("bob");
        thing = books.thingOf(people.person("alice"));
        books.run(MAKE, bob.id(), thing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "months = 4 | subscriptions_months_check",
                "months = 5 | subscriptions_months_check",
                "counted = -1 | subscriptions_counted_check",
                "counted = 4, ended_at = made_at | not_beyond_its_length",
                "counted = 3 | ends_with_its_length",
                "paused_at = made_at - interval '1 second' | paused_after_it_was_made",
                "ended_at = made_at - interval '1 second' | ended_after_all_else",
                "due = '2026-12-02' | subscriptions_due_check",
                "missed_month = '2026-11-01' | missed_with_a_reason",
                "missed_month = '2026-11-01', missed_for = 'rain' | subscriptions_missed_for_check",
                "missed_month = '2027-01-01', missed_for = 'no_means' | missed_before_it_is_due_again",
                "supporter_id = 0 | subscriptions_supporter_id_fkey"
            })
    void cannotBeWhatItMustNot(String change, String constraint) {
        assertThatThrownBy(() -> books.run("update subscriptions set " + change + " where thing_id = ?", thing))
                .hasMessageContaining(constraint);
    }

    @Test
    void areOneAtATime() {
        assertThatThrownBy(() -> books.run(MAKE, bob.id(), thing)).hasMessageContaining("one_subscription_at_a_time");

        books.run("update subscriptions set ended_at = now() where thing_id = ?", thing);

        assertThat(books.run(MAKE, bob.id(), thing)).isEqualTo(1);
    }
}
