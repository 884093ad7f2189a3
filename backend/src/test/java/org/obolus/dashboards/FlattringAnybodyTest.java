package org.obolus.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.APlatform;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;

@QuarkusTest
class FlattringAnybodyTest {

    @Inject
    People people;

    @Inject
    Books books;

    @ConfigProperty(name = "obolus.url")
    String server;

    private AliceElsewhere there;
    private APlatform social;
    private Person bob;

    @BeforeEach
    void begin() {
        social = APlatform.named("social").withMember("109", "alice", "Alice <b>Liddell</b>");
        bob = people.person("bob");
        there = new AliceElsewhere(bob, social, server);
        books.means(bob, "2.00", "2.00");
    }

    @AfterEach
    void end() {
        social.close();
    }

    @Test
    void showsWhoItIsBeforeAnythingIsGiven() {
        there.look(social.handle("alice"))
                .statusCode(200)
                .body(containsString("<bdi>Alice &lt;b&gt;Liddell&lt;/b&gt;</bdi>"))
                .body(containsString("<bdi>" + social.handle("alice") + "</bdi> on Mastodon"))
                .body(containsString("href=\"" + social.address("/@alice") + "\""))
                .body(containsString("Not here yet: what you give this month waits until "))
                .body(containsString("Flattr “"));

        assertThat(books.number("select count(*) from things where url = ?", there.address()))
                .isZero();
    }

    @Test
    void asksThePlatformOnceAnHour() {
        there.look(social.handle("alice"));
        there.look(social.handle("alice"));
        there.look(social.address("/@alice"));

        assertThat(social.visits()).hasSize(1);
        books.run("update platform_users set seen_at = seen_at - interval '61 minutes' where user_id = '109'");
        there.look(social.handle("alice"));

        assertThat(social.visits()).hasSize(2);
    }

    @Test
    void saysInTheFieldWhyNobodyWasFound() {
        there.look(social.handle("nobody"))
                .statusCode(404)
                .body(containsString("id=\"of-error\""))
                .body(containsString("knows nobody called " + social.handle("nobody")));
    }

    @Test
    void offersThePlatformsWhereANameCouldBeSomebodys() {
        there.look("@alice")
                .statusCode(422)
                .body(containsString("Which of these?"))
                .body(containsString("href=\"/dashboard/flattr?of=github%3Aalice\""));
    }

    @Test
    void showsWhomAPageNamesBeforeAnythingIsGiven() {
        var carol = people.person("carol");
        try (var blog = LittleSite.named("blog")
                .with("/post", "<head><meta name=\"obolus:account\" content=\"" + carol.username() + "\"></head>")) {
            there.look(blog.address("/post"))
                    .statusCode(200)
                    .body(containsString("It is for <a href=\"/people/" + carol.username() + "\">"));

            assertThat(books.number("select count(*) from things where url = ?", blog.address("/post")))
                    .isZero();
        }
    }

    @Test
    void saysThatAPageOfNobodysIsForWhoeverProvesItsSite() {
        try (var blog = LittleSite.named("blog").with("/@post", "<p>Nobody")) {
            there.look(blog.address("/@post"))
                    .statusCode(200)
                    .body(containsString("for whoever proves " + blog.host().split(":")[0]));
        }
    }

    @Test
    void saysWhoCollects() {
        var alice = people.person("alice");
        there.look(social.handle("alice"));
        books.run("update identities set account_id = ? where name = ?", alice.id(), there.identity());

        there.look(social.handle("alice"))
                .body(containsString("Collects here as <a href=\"/people/" + alice.username() + "\">"))
                .body(not(containsString("waits until")));
        alice.browses()
                .queryParam("of", social.handle("alice"))
                .get("/dashboard/flattr")
                .then()
                .body(containsString("This is yours."));
    }

    @Test
    void saysWhoWantsNoFlattrs() {
        there.look(social.handle("alice"));
        books.run("update identities set opted_out_at = calendar_now() where name = ?", there.identity());

        there.look(social.handle("alice"))
                .body(containsString("does not want flattrs."))
                .body(not(containsString("waits until")));
    }
}
