package org.obolus.dashboards;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import org.obolus.testing.APlatform;
import org.obolus.testing.Person;

/** Alice, whom everybody can look up on a server of Mastodon's kind, as bob meets her. */
record AliceElsewhere(Person bob, APlatform social, String server) implements AutoCloseable {

    ValidatableResponse look(String of) {
        return bob.browses().queryParam("of", of).get("/dashboard/flattr").then();
    }

    ValidatableResponse flattr(String url) {
        return bob.forms()
                .queryParam("url", url)
                .formParam("return_to", "/dashboard/flattr?of=" + encoded(handle()))
                .post("/submit/auto/flattr")
                .then();
    }

    /** For everybody. */
    ValidatableResponse page() {
        return given().accept("text/html")
                .get("/on/mastodon:" + social.host() + "/109")
                .then();
    }

    /** What people write who mean her. */
    String handle() {
        return social.handle("alice");
    }

    /** Where she is, on that server. */
    String profile() {
        return social.address("/@alice");
    }

    String identity() {
        return "mastodon:" + social.host() + ":user:id:109";
    }

    String address() {
        return server + "/on/mastodon:" + social.host() + "/109";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        social.close();
    }
}
