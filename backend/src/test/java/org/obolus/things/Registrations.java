package org.obolus.things;

import io.restassured.response.Response;
import java.util.Map;
import org.obolus.testing.Person;

/** What tests about single registrations send, and read of the answers. */
final class Registrations {

    private Registrations() {}

    static Response register(Person person, String url) {
        return person.asks().body(Map.of("url", url)).post("/api/v1/things");
    }

    static long id(Response registered) {
        return registered.jsonPath().getLong("id");
    }

    /** A page that says whose it is. */
    static String naming(Person person) {
        return "<html><head><meta name=\"obolus:account\" content=\"" + person.username() + "\"></head>";
    }
}
