package org.obolus.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;

@QuarkusTest
class FlattringAnybodyTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    SomebodyElsewhere elsewhere;

    private AliceElsewhere there;

    @BeforeEach
    void begin() {
        there = elsewhere.alice();
    }

    @AfterEach
    void end() {
        there.close();
    }

    @Test
    void showsWhoItIsBeforeAnythingIsGiven() {
        there.look(there.handle())
                .statusCode(200)
                .body(containsString("<bdi>Alice &lt;b&gt;Liddell&lt;/b&gt;</bdi>"))
                .body(containsString("<bdi>" + there.handle() + "</bdi> on Mastodon"))
                .body(containsString("href=\"" + there.profile() + "\""))
                .body(containsString("Not here yet: what you give this month waits until "))
                .body(containsString("Flattr “"));

        assertThat(books.number("select count(*) from things where url = ?", there.address()))
                .isZero();
    }

    @Test
    void asksThePlatformOnceInFiveMinutes() {
        there.look(there.handle());
        there.look(there.handle());
        there.look(there.profile());

        assertThat(there.social().visits()).hasSize(1);
        books.run("update platform_users set seen_at = seen_at - interval '6 minutes' where user_id = '109'");
        there.look(there.handle());

        assertThat(there.social().visits()).hasSize(2);
    }

    @Test
    void saysInTheFieldWhyNobodyWasFound() {
        there.look(there.social().handle("nobody"))
                .statusCode(404)
                .body(containsString("id=\"of-error\""))
                .body(containsString("knows nobody called " + there.social().handle("nobody")));
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
        there.look(there.handle());
        books.run("update identities set account_id = ? where name = ?", alice.id(), there.identity());

        there.look(there.handle())
                .body(containsString("Collects here as <a href=\"/people/" + alice.username() + "\">"))
                .body(not(containsString("waits until")));
        alice.browses()
                .queryParam("of", there.handle())
                .get("/dashboard/flattr")
                .then()
                .body(containsString("This is yours."));
    }

    @Test
    void saysWhoWantsNoFlattrs() {
        there.look(there.handle());
        books.run("update identities set opted_out_at = calendar_now() where name = ?", there.identity());

        there.look(there.handle())
                .body(containsString("does not want flattrs."))
                .body(not(containsString("waits until")));
    }
}
