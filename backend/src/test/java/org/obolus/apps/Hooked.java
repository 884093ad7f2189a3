package org.obolus.apps;

import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

/** Web hooks of people in tests, and the job that sends what is due. */
@ApplicationScoped
public class Hooked {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SendHooks job;
    private final Books books;

    Hooked(SendHooks job, Books books) {
        this.job = job;
        this.books = books;
    }

    /** What the owner of a web hook was told when it was made. */
    record Made(long id, String secret, String publicKey) {

        static Made of(JsonPath answer) {
            return new Made(answer.getLong("id"), answer.getString("secret"), answer.getString("public_key"));
        }
    }

    Made hook(Person owner, HookReceiver receiver, String... events) {
        return Made.of(owner.asks()
                .body(Map.of("url", receiver.address(), "events", List.of(events)))
                .post("/api/v1/hooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath());
    }

    public void send() {
        job.run().await().atMost(PATIENCE);
    }

    /** Whatever waits for a next try has waited long enough. */
    void passTime(Made hook) {
        books.run("update hook_endpoints set busy_until = '-infinity' where id = ?", hook.id());
        books.run("update hook_deliveries set due_at = now() where endpoint_id = ? and due_at is not null", hook.id());
    }

    JsonPath list(Person owner) {
        return owner.asks()
                .get("/api/v1/hooks")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The log of a web hook, the newest first. */
    JsonPath log(Person owner, Made hook) {
        return owner.asks()
                .get("/api/v1/hooks/{id}/deliveries", hook.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
