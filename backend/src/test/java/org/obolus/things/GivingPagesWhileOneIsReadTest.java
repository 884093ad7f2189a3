package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.things.GivenPages.bulk;
import static org.obolus.things.GivenPages.end;
import static org.obolus.things.GivenPages.given;
import static org.obolus.things.GivenPages.owner;
import static org.obolus.things.GivenPages.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Eventually;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

/** The page names eve and takes its time to say so. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class GivingPagesWhileOneIsReadTest {

    private static final String PAGE = "/column";

    @Inject
    People people;

    private Person olga;
    private Person anna;
    private Person eve;
    private LittleSite blog;
    private String url;

    @BeforeEach
    void begin() {
        olga = people.person("olga");
        anna = people.person("anna");
        eve = people.person("eve");
        blog = LittleSite.named("slow").provenBy(olga);
        blog.with(PAGE, "<meta name=obolus:account content=" + eve.username() + ">");
        url = blog.address(PAGE);
    }

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void goesBeforeWhatANewPageNames() {
        var registered =
                meanwhile(() -> register(eve, url, Map.of()), () -> given(olga, blog.host(), "page", PAGE, anna));

        registered.then().statusCode(201);
        assertThat(registered.jsonPath().getBoolean("owned")).isFalse();
        assertThat(owner(url)).isEqualTo(anna.username());
    }

    @Test
    void goesBeforeWhatAKnownPageNames() {
        var thing = register(olga, url, Map.of()).jsonPath().getLong("id");

        var proven = meanwhile(
                () -> eve.asks().post("/api/v1/things/{id}/proof", thing),
                () -> given(olga, blog.host(), "path", "/", anna));

        assertThat(proven.jsonPath().getBoolean("owned")).isFalse();
        assertThat(owner(url)).isEqualTo(anna.username());
    }

    @Test
    void isWhatThePageNamesWhenItHasEnded() {
        var rule = given(olga, blog.host(), "page", PAGE, anna);

        var registered = meanwhile(() -> register(eve, url, Map.of()), () -> end(olga, blog.host(), rule));

        assertThat(registered.jsonPath().getBoolean("owned")).isTrue();
        assertThat(owner(url)).isEqualTo(eve.username());
    }

    @Test
    void followsAnAuthorWhoIsRenamed() {
        given(olga, blog.host(), "author", "anna", anna);
        var thing = register(olga, url, Map.of("author", "anna")).jsonPath().getLong("id");
        var bert = people.person("bert");
        given(olga, blog.host(), "author", "anna-b", bert);

        meanwhile(
                () -> eve.asks().post("/api/v1/things/{id}/proof", thing),
                () -> bulk(olga, Map.of("url", url, "author", "anna-b")));

        assertThat(owner(url)).isEqualTo(bert.username());
    }

    /** Does one thing while the page is being read for another. */
    private Response meanwhile(Supplier<Response> reads, Supplier<?> does) {
        blog.holdBack(PAGE);
        var answer = CompletableFuture.supplyAsync(reads);
        Eventually.holds("the page is being read", () -> blog.visits().contains(PAGE));
        does.get();
        blog.letGo(PAGE);
        return answer.join();
    }
}
