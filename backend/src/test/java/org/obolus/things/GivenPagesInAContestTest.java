package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.things.GivenPages.flattr;
import static org.obolus.things.GivenPages.give;
import static org.obolus.things.GivenPages.given;
import static org.obolus.things.GivenPages.identity;
import static org.obolus.things.GivenPages.owner;
import static org.obolus.things.GivenPages.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;
import org.obolus.testing.TimeTravel;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class GivenPagesInAContestTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    private Person olga;
    private Person anna;
    private Person eve;

    @BeforeEach
    void begin() {
        olga = people.person("olga");
        anna = people.person("anna");
        eve = people.person("eve");
    }

    /** Whoever lost a site could otherwise give its pages to a friend, and what is held while that is decided with them. */
    @Test
    void restsWhileTheSiteIsContested() {
        try (var blog = LittleSite.named("contested").provenBy(olga)) {
            given(olga, blog.host(), "path", "/anna", anna);
            register(olga, blog.address("/anna"), Map.of());
            challenge(blog);

            assertThat(identity(blog.address("/anna"))).isEqualTo("site:" + blog.host());
            register(olga, blog.address("/anna/two"), Map.of());
            assertThat(identity(blog.address("/anna/two"))).isEqualTo("site:" + blog.host());
            give(olga, blog.host(), "path", "/more", anna)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/contested"));

            giveIn(blog);
            assertThat(owner(blog.address("/anna"))).isEqualTo(anna.username());
            assertThat(owner(blog.address("/anna/two"))).isEqualTo(anna.username());
        }
    }

    @Test
    void leaveWhatWasGivenBeforeToTheAuthorAndHoldWhatIsGivenMeanwhile() {
        var fan = people.person("fan");
        books.means(fan, "5.00", "5.00");
        try (var blog = LittleSite.named("doubted").provenBy(olga)) {
            given(olga, blog.host(), "path", "/anna", anna);
            register(olga, blog.address("/anna/before"), Map.of());
            register(olga, blog.address("/anna/meanwhile"), Map.of());
            flattr(fan, blog.address("/anna/before"));

            challenge(blog);
            flattr(fan, blog.address("/anna/meanwhile"));
            time.settleTheMonth();

            assertThat(revenue(anna)).isEqualTo(Books.micros("2.25"));
            assertThat(revenue(olga)).isZero();
            giveIn(blog);
            assertThat(revenue(anna)).isEqualTo(Books.micros("2.25"));
            assertThat(revenue(olga)).isEqualTo(Books.micros("2.25"));
        }
    }

    private long revenue(Person person) {
        return books.balance("revenue:" + person.id());
    }

    private void challenge(LittleSite blog) {
        blog.with(LittleSite.PROOF_FILE, blog.tokenFor(eve));
        eve.asks().post("/api/v1/sites/{host}/verification", blog.host());
    }

    private void giveIn(LittleSite blog) {
        eve.asks().delete("/api/v1/sites/{host}", blog.host()).then().statusCode(204);
    }
}
