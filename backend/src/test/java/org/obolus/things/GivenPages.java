package org.obolus.things;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.obolus.testing.Person;

/** What tests about assigned pages ask for. */
final class GivenPages {

    private GivenPages() {}

    static Response give(Person owner, String host, String kind, String pages, Person to) {
        return give(owner, host, Map.of(kind, pages, "username", to.username()));
    }

    static Response give(Person owner, String host, Map<String, String> wanted) {
        return owner.asks().body(wanted).post("/api/v1/sites/{host}/assignments", host);
    }

    /** Offered and accepted; answers its number. */
    static long given(Person owner, String host, String kind, String pages, Person to) {
        var id = give(owner, host, kind, pages, to).jsonPath().getLong("id");
        agree(to, id).then().statusCode(200);
        return id;
    }

    static Response agree(Person person, long id) {
        return person.asks().post("/api/v1/assignments/{id}/agreement", id);
    }

    static Response end(Person owner, String host, long id) {
        return owner.asks().delete("/api/v1/sites/{host}/assignments/{id}", host, id);
    }

    static Response register(Person person, String url, Map<String, ?> texts) {
        var thing = new HashMap<String, Object>(texts);
        thing.put("url", url);
        return person.asks().body(thing).post("/api/v1/things");
    }

    /** Whose the thing at an address is. */
    static String owner(String url) {
        return told(url, "owner");
    }

    static String identity(String url) {
        return told(url, "identity");
    }

    private static String told(String url, String member) {
        return RestAssured.given()
                .queryParam("url", url)
                .get("/api/v1/things")
                .jsonPath()
                .getString(member);
    }
}
