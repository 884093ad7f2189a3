package org.obolus.buttons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.things.GivenPages.given;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.identities.PapersInTests;
import org.obolus.identities.PapersInTests.Paper;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

/** Of pages that nobody has come upon yet: no thing says whose they are. */
@QuarkusTest
class ButtonsOfGivenPagesTest {

    @Inject
    PapersInTests papers;

    @Inject
    People people;

    @Inject
    Books books;

    private Paper paper;
    private Person bob;

    @BeforeEach
    void begin() {
        paper = papers.paper();
        given(paper.owner(), paper.host(), "path", "/anna", paper.writer());
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
    }

    @Test
    void nameWhoeverThePageIsGivenTo() {
        assertThat(opened(bob, "/anna/unseen"))
                .contains(paper.writer().username())
                .doesNotContain(">" + paper.owner().username());
        assertThat(opened(bob, "/unseen"))
                .contains(paper.owner().username())
                .doesNotContain(paper.writer().username());
    }

    @Test
    void nameThemInsideTheFrameToo() {
        var frame = AFrame.connected("https://" + paper.host(), bob, paper.url("/first"));

        frame.state(paper.url("/anna/unseen"))
                .then()
                .statusCode(200)
                .body("maker", equalTo(paper.writer().username()));
        frame.state(paper.url("/unseen"))
                .then()
                .body("maker", equalTo(paper.owner().username()));
    }

    @Test
    void areTheirOwnForWhoeverReceivesAndNotForWhoeverGaveThePageAway() {
        books.means(paper.owner(), "5.00", "5.00");
        books.means(paper.writer(), "5.00", "5.00");

        assertThat(opened(paper.writer(), "/anna/unseen")).contains("This is yours.");
        assertThat(opened(paper.owner(), "/anna/unseen")).contains(">Flattr ").doesNotContain("This is yours.");
    }

    @Test
    void workOnTheOtherSitesOfWhoeverGaveThePageAway() {
        var other = "second-" + paper.host();
        books.siteOf(paper.owner(), other);

        var frame = AFrame.connected("https://" + other, bob, "https://" + other + "/first");

        frame.state(paper.url("/anna/unseen")).then().statusCode(200).body("state", equalTo("ready"));
    }

    private String opened(Person viewer, String page) {
        return viewer.browses()
                .queryParam("url", paper.url(page))
                .get("/submit/auto")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
