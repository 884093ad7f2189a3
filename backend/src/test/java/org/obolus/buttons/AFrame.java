package org.obolus.buttons;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.obolus.testing.Person;
import org.obolus.web.Secret;

/** The button's frame on a site as the server meets it: with a secret, a key, and nothing that a cookie could say. */
final class AFrame {

    final String site;
    final KeyPair keys = keys();
    private final String verifier = Secret.random().written();
    String handle;
    String token;

    AFrame(String site) {
        this.site = site;
    }

    /** After the person has flattred a page of the site in our own window and connected it there. */
    static AFrame connected(String site, Person person, String url) {
        var frame = new AFrame(site);
        person.forms().queryParam("url", url).post("/submit/auto/flattr").then().statusCode(303);
        var code = frame.offer(person, url).then().statusCode(200).extract().path("code");
        frame.redeem((String) code).then().statusCode(200);
        return frame;
    }

    String challenge() {
        return base64(sha256(verifier));
    }

    /** What the window asks for in the person's name. */
    Response offer(Person person, String url) {
        return person.browses()
                .accept(ContentType.JSON)
                .contentType(ContentType.JSON)
                .body(Map.of("site", site, "challenge", challenge(), "url", url, "form", person.formToken()))
                .post("/submit/auto/connect");
    }

    Response redeem(String code) {
        return redeem(code, publicKey());
    }

    Response redeem(String code, String key) {
        return kept(asks().body(Map.of("code", code, "verifier", verifier, "site", site, "key", key))
                .post("/button/frame/connections"));
    }

    Response renew() {
        return renew(handle);
    }

    Response renew(String which) {
        return renew(which, successor(which));
    }

    /** To a next handle of one's own choice. */
    Response renew(String which, String next) {
        return renew(which, next, signed(which + " " + next + " " + site));
    }

    Response renew(String which, String next, String signature) {
        return kept(asks().body(Map.of("handle", which, "next", next, "site", site, "signature", signature))
                .post("/button/frame/renewals"));
    }

    /** Another handle of the same grant. */
    static String successor(String handle) {
        return handle.replaceFirst("\\..*", "") + "." + Secret.random().written();
    }

    Response flattr(String url, boolean seen) {
        return acts(url, seen).post("/button/frame/flattr");
    }

    Response undo(String url) {
        return acts(url, true).post("/button/frame/undo");
    }

    /** Every month, for so many of them; none goes on until it is stopped. */
    Response subscribe(String url, Integer months, boolean seen) {
        var body = act(url, seen);
        body.put("months", months);
        return acts(body).post("/button/frame/subscription");
    }

    Response pause(String url) {
        return acts(url, false).post("/button/frame/subscription/pause");
    }

    Response resume(String url, boolean seen) {
        return acts(url, seen).post("/button/frame/subscription/resume");
    }

    Response stop(String url) {
        return acts(url, false).post("/button/frame/subscription/stop");
    }

    Response state(String url) {
        return asks().header("Authorization", "Bearer " + token)
                .queryParam("site", site)
                .queryParam("url", url)
                .get("/button/frame/state");
    }

    String signed(String text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return base64(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private RequestSpecification acts(String url, boolean seen) {
        return acts(act(url, seen));
    }

    private Map<String, Object> act(String url, boolean seen) {
        return new HashMap<>(Map.of("url", url, "site", site, "seen", seen));
    }

    private RequestSpecification acts(Map<String, Object> body) {
        return asks().header("Authorization", "Bearer " + token).body(body);
    }

    private Response kept(Response answer) {
        if (answer.statusCode() == 200) {
            token = answer.path("token");
            handle = answer.path("handle");
        }
        return answer;
    }

    private String publicKey() {
        return base64(keys.getPublic().getEncoded());
    }

    private static RequestSpecification asks() {
        return given().header("Sec-Fetch-Site", "same-origin").contentType(ContentType.JSON);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
