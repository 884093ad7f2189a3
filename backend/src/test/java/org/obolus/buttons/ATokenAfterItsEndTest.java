package org.obolus.buttons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Eventually;

@QuarkusTest
class ATokenAfterItsEndTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Test
    void isGoodForNothingAnyMore() {
        var bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        var site = "https://ending" + System.nanoTime() + ".example";
        var frame = AFrame.connected(site, bob, site + "/first");
        books.run(
                "update grants set expires_at = now() + interval '5 seconds' where account_id = ? and kind = 'button'",
                bob.id());
        frame.renew().then().statusCode(200);
        frame.state(site + "/first").then().statusCode(200);

        Eventually.holds("the token is over", () -> frame.state(site + "/first").statusCode() == 401);
        Eventually.holds("the connection is over", () -> frame.renew().statusCode() == 401);

        isRefused(frame.flattr(site + "/second", true));
        isRefused(frame.undo(site + "/first"));
        isRefused(frame.subscribe(site + "/first", 3, true));
        assertThat(books.number("select count(*) from flattrs where supporter_id = ?", bob.id()))
                .isOne();
    }

    private static void isRefused(Response answer) {
        answer.then().statusCode(401).body("type", equalTo("/problems/not_connected"));
    }
}
