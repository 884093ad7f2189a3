package org.obolus.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.client.Category;
import org.obolus.client.Flattrable;
import org.obolus.client.LookedUp;
import org.obolus.client.ObolusClient;
import org.obolus.client.ObolusException;
import org.obolus.client.ProfileChange;
import org.obolus.client.Search;
import org.obolus.client.ThingChange;
import org.obolus.client.ThingId;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;

@QuarkusTest
class FindingWithTheSdkTest {

    @Inject
    People people;

    @Inject
    Books books;

    @TestHTTPResource("/")
    URI server;

    Person alice;
    ObolusClient client;
    ObolusClient everybody;
    String word;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        client = ObolusClient.builder(server).token(alice.token()).build();
        everybody = ObolusClient.at(server);
        word = "w" + System.nanoTime();
    }

    @Test
    void findsWhatToFlattrByAnEmailAddress() {
        var somebody = client.people().lookUp("somebody-" + word + "@mail.example");

        assertThat(somebody.kind()).isEqualTo(LookedUp.Kind.EMAIL);
        assertThat(somebody.identity()).isEqualTo("email:somebody-" + word + "@mail.example");
        assertThat(somebody.url().getPath()).startsWith("/on/email/");
        assertThat(somebody.owner()).isEmpty();
        assertThat(somebody.optedOut()).isFalse();
    }

    @Test
    void findsWhatFits() {
        var thing = new ThingId(books.thingOf(alice));
        client.things()
                .change(
                        thing,
                        ThingChange.none()
                                .titled("Bread " + word)
                                .tagged("bread", word)
                                .of(Category.TEXT)
                                .in("en_GB"));
        var wanted = Search.everything()
                .containing(word)
                .tagged(word + " & !wine")
                .of(Category.TEXT)
                .in("en_GB", "sv_SE")
                .by(alice.username())
                .sorted(Search.Order.FLATTRS);

        assertThat(everybody.catalogue().search(wanted))
                .singleElement()
                .satisfies(found -> assertThat(found.thing().id()).isEqualTo(thing));
        assertThat(everybody.catalogue().count(wanted)).isEqualTo(1);
        assertThat(everybody.catalogue().count(wanted.of(Category.AUDIO))).isZero();
        assertThat(everybody.people().things(alice.username())).hasSize(1);
    }

    @Test
    void walksThroughAllThatFits() {
        try (var site = LittleSite.named("long").provenBy(alice)) {
            var posts = IntStream.range(0, 105)
                    .mapToObj(i -> Flattrable.at(URI.create(site.address("/" + i)))
                            .titled("Post number " + i)
                            .tagged(word))
                    .toList();
            client.things().registerAll(posts);

            var found = everybody.catalogue().search(Search.everything().tagged(word));

            assertThat(found).hasSize(105).doesNotHaveDuplicates();
        }
    }

    @Test
    void saysWhatIsWrongWithASearch() {
        var wrong = Search.everything().tagged("((");

        assertThatThrownBy(() -> everybody.catalogue().count(wrong)).isInstanceOf(ObolusException.Refused.class);
    }

    @Test
    void showsOnlyWhatSomebodyChooses() {
        client.profiles().change(ProfileChange.none().firstName("Alice").city("Bern"));
        assertThat(everybody.people().byUsername(alice.username()).orElseThrow().firstName())
                .isEmpty();

        var changed = client.profiles()
                .change(ProfileChange.none()
                        .url(Optional.of(URI.create("https://alice.example/")))
                        .showsProfile(true));

        assertThat(changed.person().city()).contains("Bern");
        assertThat(client.profiles().mine()).isEqualTo(changed);
        assertThat(everybody.people().byUsername(alice.username())).contains(changed.person());
        assertThat(everybody.people().byUsername("nobody-" + word)).isEmpty();
    }

    @Test
    void showsWhatSomebodyFlattrs() {
        books.means(alice, "5.00", "5.00");
        var thing = new ThingId(books.thingOf(people.person("bob")));
        client.flattrs().give(thing);
        assertThat(everybody.people().given(alice.username())).isEmpty();

        client.profiles().change(ProfileChange.none().showsGiven(true));

        assertThat(everybody.people().given(alice.username())).singleElement().satisfies(activity -> {
            assertThat(activity.supporter()).isEqualTo(alice.username());
            assertThat(activity.thing().id()).isEqualTo(thing);
        });
        assertThat(everybody.people().received(alice.username())).isEmpty();
    }

    @Test
    void givesAPictureAndTakesItAway() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", png);

        client.profiles().changePicture(png.toByteArray());

        assertThat(client.profiles().mine().person().picture()).isPresent();
        client.profiles().removePicture();
        assertThat(client.profiles().mine().person().picture()).isEmpty();
    }
}
