package org.obolus.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.client.AddressCount;
import org.obolus.client.Count;
import org.obolus.client.IdempotencyKey;
import org.obolus.client.ObolusClient;
import org.obolus.client.ObolusException;
import org.obolus.client.Subscription;
import org.obolus.client.ThingId;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class FlattringWithTheSdkTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @TestHTTPResource("/")
    URI server;

    Person alice;
    ThingId thing;
    ObolusClient bob;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        thing = new ThingId(books.thingOf(alice));
        var fan = people.person("bob");
        books.means(fan, "5.00", "5.00");
        bob = client(fan);
    }

    @Test
    void givesAndTakesBack() {
        var flattr = bob.flattrs().give(thing);

        assertThat(flattr.thing()).isEqualTo(thing);
        assertThat(flattr.month()).hasToString(time.month().toString());
        assertThat(bob.flattrs().mine()).containsExactly(flattr);
        bob.flattrs().takeBack(thing);
        assertThat(bob.flattrs().mine()).isEmpty();
    }

    @Test
    void saysWhyAFlattrDidNotCount() {
        bob.flattrs().give(thing);

        assertThatThrownBy(() -> bob.flattrs().give(thing))
                .isInstanceOfSatisfying(ObolusException.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.problem().is("flattr_once")).isTrue();
                });
        assertThatThrownBy(() -> client(people.person("carol")).flattrs().give(thing))
                .isInstanceOfSatisfying(
                        ObolusException.Refused.class,
                        refused -> assertThat(refused.problem().members()).containsEntry("reason", "no_budget"));
        assertThatThrownBy(() -> bob.flattrs().takeBack(new ThingId(Long.MAX_VALUE)))
                .isInstanceOf(ObolusException.Refused.class);
    }

    @Test
    void answersTheSameUnderTheSameKey() {
        var key = IdempotencyKey.random();

        var first = bob.flattrs().give(thing, key);

        assertThat(bob.flattrs().give(thing, key)).isEqualTo(first);
        assertThat(bob.counts().of(thing)).isEqualTo(new Count(thing, 1, 1));
    }

    @Test
    void flattrsAnyPage() {
        var page = URI.create("https://unseen.example/" + System.nanoTime() + "?a=b c".replace(" ", "%20") + "#d");

        bob.flattrs().give(page);

        var found = bob.things().at(page).orElseThrow();
        assertThat(found.url()).isEqualTo(page);
        assertThat(found.owner()).isEmpty();
        var unknown = URI.create("https://unseen.example/other");
        assertThat(ObolusClient.at(server).counts().of(List.of(page, unknown)))
                .containsExactly(new AddressCount(page, 1, 1), new AddressCount(unknown, 0, 0));
    }

    @Test
    void walksLongListsToTheirEnd() {
        var fan = people.person("fan");
        books.flattrMany(fan, alice, 75);

        var flattrs = client(fan).flattrs().mine().toList();

        assertThat(flattrs).hasSize(75).doesNotHaveDuplicates();
        assertThat(client(fan).async().flattrs().mine().join().toEnd().join()).isEqualTo(flattrs);
        assertThat(client(fan).flattrs().mine(YearMonth.of(2020, 1))).isEmpty();
    }

    @Test
    void flattrsEveryMonth() {
        var made = bob.subscriptions().make(thing, Subscription.Term.SIX_MONTHS);

        assertThat(made.state()).isEqualTo(Subscription.State.RUNNING);
        assertThat(made.months()).contains(6);
        assertThat(bob.subscriptions().pause(thing).pausedAt()).isPresent();
        assertThat(bob.subscriptions().pause(thing).state()).isEqualTo(Subscription.State.PAUSED);
        assertThat(bob.subscriptions().resume(thing)).isEqualTo(made);
        assertThat(bob.subscriptions().mine()).containsExactly(made);
        bob.subscriptions().stop(thing);
        assertThat(bob.subscriptions().mine()).isEmpty();
        assertThat(bob.subscriptions().ended())
                .singleElement()
                .satisfies(ended -> assertThat(ended.state()).isEqualTo(Subscription.State.STOPPED));
    }

    @Test
    void flattrsAPageUntilStopped() {
        var page = URI.create(books.urlOf(thing.value()));

        var made = bob.subscriptions().make(page, Subscription.Term.UNTIL_STOPPED);

        assertThat(made.thing()).isEqualTo(thing);
        assertThat(made.months()).isEmpty();
    }

    @Test
    void needsATokenThatIsGood() {
        var stranger = ObolusClient.builder(server).token("nonsense").build();

        assertThatThrownBy(() -> stranger.flattrs().give(thing))
                .isInstanceOfSatisfying(
                        ObolusException.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(401));
    }

    private ObolusClient client(Person person) {
        return ObolusClient.builder(server).token(person.token()).build();
    }
}
