package org.obolus.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.client.Category;
import org.obolus.client.Choice;
import org.obolus.client.Flattrable;
import org.obolus.client.ObolusClient;
import org.obolus.client.Outcome;
import org.obolus.client.Thing;
import org.obolus.client.ThingChange;
import org.obolus.client.ThingId;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;

@QuarkusTest
class KeepingThingsWithTheSdkTest {

    @Inject
    People people;

    @Inject
    Books books;

    @TestHTTPResource("/")
    URI server;

    Person alice;
    ObolusClient client;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        client = ObolusClient.builder(server).token(alice.token()).build();
    }

    @Test
    void registersAPageOfAProvenSite() {
        try (var site = LittleSite.named("bread").with("/post", "").provenBy(alice)) {
            var post = Flattrable.at(URI.create(site.address("/post")))
                    .titled("Bread that waits")
                    .described("Flour, water, salt.")
                    .of(Category.TEXT)
                    .in("en_GB")
                    .tagged("bread", "slow food");

            var registered = client.things().register(post);

            assertThat(registered.owned()).isTrue();
            var thing = registered.thing();
            assertThat(thing.title()).isEqualTo(post.title());
            assertThat(thing.language()).isEqualTo(post.language());
            assertThat(thing.tags()).isEqualTo(post.tags());
            assertThat(thing.owner()).contains(alice.username());
            assertThat(client.things().at(post.url())).contains(thing);
            assertThat(client.things().byId(thing.id())).contains(thing);
            assertThat(client.things().mine()).containsExactly(thing);
        }
    }

    @Test
    void registersWhatIsNotProvenWithoutItsTexts() {
        var page = URI.create("https://elsewhere.example/" + System.nanoTime());

        var registered = client.things().register(Flattrable.at(page).titled("Not mine at all"));

        assertThat(registered.owned()).isFalse();
        assertThat(registered.detail()).isNotBlank();
        assertThat(registered.thing().title()).isEmpty();
    }

    @Test
    void registersManyPagesAtOnce() {
        try (var site = LittleSite.named("many").provenBy(alice)) {
            var posts = IntStream.rangeClosed(1, 502)
                    .mapToObj(i -> Flattrable.at(URI.create(site.address("/post/" + i)))
                            .titled("Post number " + i))
                    .toList();

            var first = client.things().registerAll(posts);
            var again = client.things()
                    .registerAll(List.of(posts.get(0), posts.get(501).titled("Another title")));

            assertThat(first)
                    .hasSize(502)
                    .allSatisfy(outcome -> assertThat(outcome.status()).isEqualTo(Outcome.Status.CREATED));
            assertThat(first.get(501).thing().orElseThrow().title()).contains("Post number 502");
            assertThat(again)
                    .extracting(Outcome::status)
                    .containsExactly(Outcome.Status.UNCHANGED, Outcome.Status.CHANGED);
        }
    }

    @Test
    void saysWhichOfManyWasRefused() {
        var page = Flattrable.at(URI.create("http://user:secret@blog.example/"));

        var outcomes = client.things().registerAll(List.of(page));

        assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.status()).isEqualTo(Outcome.Status.REFUSED);
            assertThat(outcome.problem().orElseThrow().is("not_a_thing_url")).isTrue();
            assertThat(outcome.thing()).isEmpty();
        });
    }

    @Test
    void findsSeveralThings() {
        var one = new ThingId(books.thingOf(alice));
        var other = new ThingId(books.thingOf(alice));

        var found = client.things().byIds(List.of(other, new ThingId(Long.MAX_VALUE), one));

        assertThat(found).extracting(Thing::id).containsExactly(other, one);
    }

    @Test
    void changesOnlyWhatIsNamed() {
        var thing = new ThingId(books.thingOf(alice));
        client.things().change(thing, ThingChange.none().titled("A first title").tagged("one", "two"));

        var changed = client.things()
                .change(
                        thing,
                        ThingChange.none().of(Category.AUDIO).hidden(true).tagged());

        assertThat(changed.title()).contains("A first title");
        assertThat(changed.category()).isEqualTo(Category.AUDIO);
        assertThat(changed.hidden()).isTrue();
        assertThat(changed.tags()).isEmpty();
    }

    @Test
    void deletesAThing() {
        var thing = new ThingId(books.thingOf(alice));

        client.things().delete(thing);

        assertThat(client.things().byId(thing)).isEmpty();
        assertThat(client.things().at(URI.create("https://never.example/seen"))).isEmpty();
    }

    @Test
    void asksWhomAPageNames() {
        try (var site = LittleSite.named("again").with("/post", "")) {
            var registered = client.things().register(Flattrable.at(URI.create(site.address("/post"))));
            site.with("/post", "<meta name=\"obolus:account\" content=\"" + alice.username() + "\">");

            var again = client.things().proveAgain(registered.thing().id());

            assertThat(registered.owned()).isFalse();
            assertThat(again.owned()).isTrue();
        }
    }

    @Test
    void knowsWhatAThingCanBe() {
        assertThat(client.things().categories())
                .extracting(Choice::id)
                .contains(Category.TEXT.toString(), Category.REST.toString());
        assertThat(client.things().languages()).extracting(Choice::id).contains("en_GB");
    }
}
