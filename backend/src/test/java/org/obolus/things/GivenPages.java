package org.obolus.things;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.obolus.testing.Person;

/** What tests about assigned pages ask for. */
public final class GivenPages {

    private GivenPages() {}

    static Response give(Person owner, String host, String kind, String pages, Person to) {
        return give(owner, host, Map.of(kind, pages, "username", to.username()));
    }

    static Response give(Person owner, String host, Map<String, String> wanted) {
        return owner.asks().body(wanted).post("/api/v1/sites/{host}/assignments", host);
    }

    /** A personal token that may keep things and not speak for sites, as a program of the owner's may have. */
    static String thingToken(Person owner) {
        return owner.browses()
                .contentType("application/json")
                .accept("application/json")
                .body(Map.of("name", "of my blog", "scopes", List.of("thing")))
                .post("/api/v1/tokens")
                .jsonPath()
                .getString("token");
    }

    /** What is not the owner's own word. */
    static Response propose(String thingToken, String host, Map<String, String> wanted) {
        return with(thingToken).body(wanted).post("/api/v1/sites/{host}/assignments", host);
    }

    static RequestSpecification with(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    /** Offered and accepted; answers its number. */
    public static long given(Person owner, String host, String kind, String pages, Person to) {
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

    static Response bulk(Person person, Map<String, String> thing) {
        return person.asks().body(Map.of("things", List.of(thing))).post("/api/v1/things/bulk");
    }

    static void flattr(Person fan, String url) {
        fan.asks().body(Map.of("url", url)).post("/api/v1/flattrs").then().statusCode(201);
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
