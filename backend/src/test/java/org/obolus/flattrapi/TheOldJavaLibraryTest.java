package org.obolus.flattrapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.shredzone.flattr4j.FlattrService;
import org.shredzone.flattr4j.connector.impl.FlattrConnector;
import org.shredzone.flattr4j.exception.FlattrServiceException;
import org.shredzone.flattr4j.exception.ForbiddenException;
import org.shredzone.flattr4j.exception.NoMoneyException;
import org.shredzone.flattr4j.exception.NotFoundException;
import org.shredzone.flattr4j.exception.ValidationException;
import org.shredzone.flattr4j.impl.FlattrServiceImpl;
import org.shredzone.flattr4j.model.Activity;
import org.shredzone.flattr4j.model.AutoSubmission;
import org.shredzone.flattr4j.model.Category;
import org.shredzone.flattr4j.model.Flattr;
import org.shredzone.flattr4j.model.Language;
import org.shredzone.flattr4j.model.SearchQuery;
import org.shredzone.flattr4j.model.Submission;
import org.shredzone.flattr4j.model.Thing;
import org.shredzone.flattr4j.model.User;
import org.shredzone.flattr4j.oauth.AccessToken;

/** A library that was written for Flattr works here when nothing but its base address is changed. */
@QuarkusTest
class TheOldJavaLibraryTest {

    @Inject
    People people;

    @Inject
    Books books;

    @TestHTTPResource("/rest/v2/")
    URI base;

    private Person alice;
    private Person bob;
    private String site;
    private FlattrService alices;
    private FlattrService bobs;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        var host = alice.username() + ".example";
        books.siteOf(alice, host);
        site = "https://" + host;
        alices = service(alice);
        bobs = service(bob);
    }

    @Test
    void createsChangesAndDeletes() throws Exception {
        var id = alices.create(post("/bread", "How to bake bread"));

        var created = alices.getThing(id);
        assertThat(created.getUrl()).isEqualTo(site + "/bread");
        assertThat(created.getTitle()).isEqualTo("How to bake bread");
        assertThat(created.getDescription()).isEqualTo("With rye & patience");
        assertThat(created.getTags()).containsExactly("bread", "rye");
        assertThat(created.getCategoryId()).isEqualTo("text");
        assertThat(created.getLanguageId()).isEqualTo("en_GB");
        assertThat(created.getUserId()).isEqualTo(alice.username());
        assertThat(created.getCreated()).isNotNull();
        assertThat(created.isHidden()).isFalse();

        created.setTitle("How to bake rye bread");
        created.setTags(List.of("rye"));
        created.setHidden(true);
        alices.update(created);

        var changed = alices.getThing(id);
        assertThat(changed.getTitle()).isEqualTo("How to bake rye bread");
        assertThat(changed.getTags()).containsExactly("rye");
        assertThat(changed.isHidden()).isTrue();

        alices.delete(id);
        assertThatThrownBy(() -> alices.getThing(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void findsThings() throws Exception {
        var bread = alices.create(post("/bread", "How to bake bread"));
        var cake = alices.create(post("/cake", "How to eat cake"));

        assertThat(bobs.getThingByUrl(site + "/bread").getThingId()).isEqualTo(bread.getThingId());
        assertThat(bobs.getThingBySubmission(submission("/cake")).getThingId()).isEqualTo(cake.getThingId());
        assertThat(bobs.getThings(User.withId(alice.username())))
                .extracting(Thing::getThingId)
                .containsExactlyInAnyOrder(bread.getThingId(), cake.getThingId());
        assertThat(bobs.getThings(User.withId(alice.username()), 1, 2)).hasSize(1);
        assertThat(bobs.getThings(List.of(bread, cake))).hasSize(2);
        assertThat(alices.getMyThings()).hasSize(2);
        assertThat(alices.getMyThings(1, 1)).hasSize(1);
        var found = bobs.searchThings(
                new SearchQuery()
                        .query("bake")
                        .user(User.withId(alice.username()))
                        .language(Language.withId("en_GB"))
                        .category(Category.withId("text"))
                        .sort(SearchQuery.Order.TREND),
                10,
                1);
        assertThat(found.getTotalCount()).isOne();
        assertThat(found.getThings().get(0).getThingId()).isEqualTo(bread.getThingId());
        assertThatThrownBy(() -> bobs.getThingByUrl("https://nobodys." + alice.username() + ".example/"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void flattrsInEveryWay() throws Exception {
        var bread = alices.create(post("/bread", "How to bake bread"));

        var flattred = bobs.flattr(bread);
        assertThat(flattred.getThingId()).isEqualTo(bread.getThingId());
        assertThat(flattred.getClicks()).isOne();
        assertThat(bobs.flattr(site + "/by-url").getClicks()).isOne();
        assertThat(bobs.flattr(submission("/by-submission")).getUrl()).isEqualTo(site + "/by-submission");

        assertThat(bobs.getThing(bread).isFlattred()).isTrue();
        assertThat(alices.getThing(bread).isFlattred()).isFalse();
        assertThat(bobs.getMyFlattrs()).hasSize(3);
        assertThat(bobs.getMyFlattrs(2, 1)).hasSize(2);
    }

    @Test
    void learnsWhyAFlattrIsRefused() throws Exception {
        var bread = alices.create(post("/bread", "How to bake bread"));
        bobs.flattr(bread);

        assertThatThrownBy(() -> bobs.flattr(bread)).satisfies(refused -> hasCode(refused, "flattr_once"));
        assertThatThrownBy(() -> alices.flattr(bread))
                .isInstanceOf(ForbiddenException.class)
                .satisfies(refused -> hasCode(refused, "flattr_owner"));
        assertThatThrownBy(() -> service(people.person("carol")).flattr(bread)).isInstanceOf(NoMoneyException.class);
        assertThatThrownBy(() -> bobs.flattr(Thing.withId("999999999999"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bobs.delete(bread)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> alices.create(post("/bread", "x".repeat(200))))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void seesWhatPeopleShow() throws Exception {
        var bread = alices.create(post("/bread", "How to bake bread"));
        bobs.flattr(bread);
        bob.asks()
                .body(Map.of("shows_given", true))
                .patch("/api/v1/profile")
                .then()
                .statusCode(200);

        assertThat(alices.getFlattrs(bread)).extracting(Flattr::getUserId).containsExactly(bob.username());
        assertThat(alices.getFlattrs(User.withId(bob.username())))
                .extracting(Flattr::getThingId)
                .containsExactly(bread.getThingId());
        assertThat(alices.getFlattrs(User.withId(bob.username()), 10, 1)).hasSize(1);
        assertThat(alices.getActivities(User.withId(bob.username()), Activity.Type.OUTGOING))
                .extracting(Activity::getVerb)
                .contains("like");
        assertThat(bobs.getMyActivities(Activity.Type.OUTGOING)).isNotEmpty();
        assertThat(alices.getUser(User.withId(bob.username())).getUsername()).isEqualTo(bob.username());
        assertThat(bobs.getMyself().getUserId()).isEqualTo(bob.username());
        assertThatThrownBy(() -> alices.getUser(User.withId("nobody-of-this-name")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void subscribesPausesAndEnds() throws Exception {
        var bread = alices.create(post("/bread", "How to bake bread"));

        bobs.subscribe(bread);
        assertThat(bobs.getMySubscriptions()).hasSize(1);
        assertThat(bobs.getSubscription(bread).isActive()).isTrue();
        assertThat(bobs.getThing(bread).isSubscribed()).isTrue();
        assertThatThrownBy(() -> bobs.subscribe(bread)).satisfies(refused -> hasCode(refused, "subscribed"));

        bobs.pauseSubscription(bread, true);
        assertThat(bobs.getSubscription(bread).isActive()).isFalse();
        assertThat(bobs.toggleSubscription(bread)).as("is paused").isFalse();
        assertThat(bobs.getSubscription(bread).isActive()).isTrue();

        bobs.unsubscribe(bread);
        assertThat(bobs.getMySubscriptions()).isEmpty();
    }

    @Test
    void readsListsAndLimits() throws Exception {
        assertThat(bobs.getCategories())
                .extracting(Category::getCategoryId)
                .containsExactlyInAnyOrder("text", "images", "video", "audio", "software", "people", "rest");
        assertThat(bobs.getLanguages()).extracting(Language::getLanguageId).contains("en_GB", "sv_SE");
        var limit = bobs.getCurrentRateLimit();
        assertThat(limit.getLimit()).isEqualTo(1000);
        assertThat(limit.getRemaining()).isBetween(1L, 999L);
        assertThat(limit.getReset()).isInTheFuture();
        bobs.setFullMode(true);
        assertThat(bobs.getMyself().getUsername()).isEqualTo(bob.username());
        assertThat(bobs.getLastRateLimit().getRemaining()).isBetween(1L, 999L);
    }

    private FlattrService service(Person person) {
        var connector = new FlattrConnector();
        connector.setBaseUrl(base.toString());
        connector.setAccessToken(new AccessToken(person.token()));
        return new FlattrServiceImpl(connector);
    }

    private Submission post(String path, String title) {
        var submission = new Submission();
        describe(submission, path, title);
        return submission;
    }

    private AutoSubmission submission(String path) {
        var submission = new AutoSubmission();
        describe(submission, path, "How to eat cake");
        submission.setUser(User.withId(alice.username()));
        return submission;
    }

    private void describe(Submission submission, String path, String title) {
        submission.setUrl(site + path);
        submission.setTitle(title);
        submission.setDescription("With rye & patience");
        submission.setCategory(Category.withId("text"));
        submission.setLanguage(Language.withId("en_GB"));
        submission.addTag("bread");
        submission.addTag("rye");
    }

    private static void hasCode(Throwable refused, String code) {
        assertThat(refused).isInstanceOf(FlattrServiceException.class);
        assertThat(((FlattrServiceException) refused).getCode()).isEqualTo(code);
    }
}
