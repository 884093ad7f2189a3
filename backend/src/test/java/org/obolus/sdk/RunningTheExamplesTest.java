package org.obolus.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.client.Count;
import org.obolus.client.Flattrable;
import org.obolus.client.Money;
import org.obolus.client.ObolusClient;
import org.obolus.client.Outcome;
import org.obolus.client.ThingId;
import org.obolus.examples.Blog;
import org.obolus.examples.FirstMinute;
import org.obolus.examples.Later;
import org.obolus.examples.Markup;
import org.obolus.examples.Month;
import org.obolus.examples.WithoutAServer;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

/** The examples of the documents do here what they say. */
@QuarkusTest
class RunningTheExamplesTest {

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
    void flattrsInTheFirstMinute() {
        var page = URI.create(books.urlOf(thing.value()));

        assertThat(FirstMinute.give(bob, page).thing()).isEqualTo(thing);
        assertThat(FirstMinute.say(bob, page)).isEqualTo("You did that this month already.");
        assertThat(FirstMinute.say(client(people.person("carol")), page)).contains("budget");
    }

    @Test
    void makesABlogReady() {
        try (var site = LittleSite.named("example").with("/bread", "")) {
            var blog = client(alice);
            var claimed = Blog.claim(blog, URI.create(site.address("/")));
            site.with(claimed.fileUrl().getPath(), claimed.fileLine());
            blog.sites().verify(claimed.host());

            var post = Blog.register(blog, URI.create(site.address("/bread")));

            assertThat(post.owned()).isTrue();
            assertThat(post.thing().tags()).containsExactly("bread", "baking");
            var posts = List.of(Flattrable.at(post.thing().url()), Flattrable.at(URI.create(site.address("/other"))));
            assertThat(Blog.registerAll(blog, posts))
                    .extracting(Outcome::status)
                    .containsExactly(Outcome.Status.UNCHANGED, Outcome.Status.CREATED);
            assertThat(Blog.counts(blog, List.of(post.thing().url()))).hasSize(1);
            assertThat(Blog.alike(blog, "bread")).isNotEmpty();
            assertThat(Blog.paymentLink(blog, post.thing().url())).startsWith("<link rel=\"payment\"");
        }
    }

    @Test
    void followsASupportersMonth() {
        var dave = client(people.person("dave"));

        assertThat(Month.budget(dave).amount()).contains(Money.of("5.00"));

        assertThat(dave.deposits().mine()).hasSize(1);
        assertThat(Month.subscribe(bob, thing).months()).contains(6);
        var month = YearMonth.parse(time.settleTheMonth().toString());
        assertThat(Month.report(bob, month)).contains("SETTLED: 5.00", books.urlOf(thing.value()));
        assertThat(Month.count(bob, month)).isEqualTo(1);
    }

    @Test
    void doesNotWait() {
        assertThat(Later.giveAndCount(bob, thing).join()).isEqualTo(new Count(thing, 1, 1));
    }

    @Test
    void needsNoServerInTests() {
        assertThat(WithoutAServer.play()).isEqualTo("DELETE https://obolus.example/api/v1/flattrs/5");
    }

    @Test
    void writesWhatPagesCarry() {
        assertThat(Markup.ofAPost())
                .hasSize(6)
                .filteredOn(text -> !text.startsWith("<script"))
                .hasSize(5)
                .allSatisfy(text -> assertThat(text).contains("bread"));
    }

    private ObolusClient client(Person person) {
        return ObolusClient.builder(server).token(person.token()).build();
    }
}
