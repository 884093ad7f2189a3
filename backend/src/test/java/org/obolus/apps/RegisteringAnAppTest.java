package org.obolus.apps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class RegisteringAnAppTest {

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    Person bob;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
    }

    @Test
    void showsTheSecretOnceAndKeepsItAsAHash() {
        var app = AnApp.of(alice);
        var secret = app.secret.orElseThrow();

        alice.browses().get("/apps/" + app.id).then().statusCode(200).body(not(containsString(secret)));

        assertThat(books.number("""
                select count(*) from apps where id = ?::uuid and secret_hash = sha256(?::bytea)""", app.id, secret)).isEqualTo(1);
    }

    @Test
    void givesAProgramOnPeoplesMachinesNoSecret() {
        var app = AnApp.withoutASecret(alice);

        assertThat(app.secret).isEmpty();
        assertThat(page(alice, "/apps/" + app.id)).contains("none; it uses PKCE");
    }

    @Test
    void listsOnesOwnAndNobodyElses() {
        var app = AnApp.of(alice);

        assertThat(page(alice, "/apps")).contains("/apps/" + app.id, "with a secret");
        assertThat(page(bob, "/apps")).contains("You have registered no app").doesNotContain(app.id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/secret", "/delete"})
    void letsNobodyElseChangeIt(String verb) {
        var app = AnApp.of(alice);

        AnApp.form(bob)
                .formParam("name", "Mine now")
                .formParam("redirects", "https://evil.example/")
                .post("/apps/" + app.id + verb)
                .then()
                .statusCode(404);

        bob.browses().get("/apps/" + app.id).then().statusCode(404);
        assertThat(page(alice, "/apps/" + app.id)).contains("Reader", AnApp.REDIRECT);
        assertThat(AnApp.status(app.token(bob, "flattr"))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'', https://app.example/, An app has a name of 1 to 60 characters",
        "'A\u200bB', https://app.example/, An app has a name of 1 to 60 characters",
        "Reader, '', 'Name 1 to 10 addresses'",
        "Reader, javascript:alert(1), 'Write whole addresses'",
        "Reader, http://app.example/, 'People are sent back by https'",
        "Reader, myapp://callback, 'People are sent back by https'",
        "Reader, https://app.example/#here, 'Write whole addresses'",
        "Reader, https://user@app.example/, 'Write whole addresses'",
        "Reader, 'https://[', 'not written as addresses are'"
    })
    void saysWhatIsWrongBesideTheField(String name, String redirects, String sentence) {
        var answer = AnApp.form(alice)
                .formParam("name", name)
                .formParam("redirects", redirects)
                .formParam("kind", "confidential")
                .post("/apps");

        answer.then().statusCode(422).body(containsString(sentence), containsString("aria-invalid"));
    }

    @Test
    void refusesAnOldClientWithoutASecret() {
        var answer = AnApp.form(alice)
                .formParam("name", "Old")
                .formParam("redirects", AnApp.REDIRECT)
                .formParam("kind", "public")
                .formParam("legacy", "on")
                .post("/apps");

        answer.then().statusCode(422).body(containsString("Old clients prove who they are with a secret"));
    }

    @Test
    void changesNameAddressesAndAge() {
        var app = AnApp.of(alice);

        AnApp.form(alice)
                .formParam("name", "Writer")
                .formParam("redirects", "https://app.example/a\r\nhttps://app.example/b")
                .formParam("legacy", "on")
                .post("/apps/" + app.id)
                .then()
                .statusCode(303);

        assertThat(page(alice, "/apps/" + app.id + "?news=saved"))
                .contains("It is saved.", "Writer", "https://app.example/a\nhttps://app.example/b", "checked");
        assertThat(page(alice, "/apps")).contains("old client");
    }

    @Test
    void makesTheOldSecretWorthlessWithANewOne() {
        var app = AnApp.of(alice);
        var refresh = app.tokens(bob, "flattr").getString("refresh_token");

        var answer = AnApp.form(alice).post("/apps/" + app.id + "/secret");

        answer.then().statusCode(200).header("Cache-Control", "no-store").body(containsString("shown only this once"));
        app.refreshes(refresh).then().statusCode(401);
    }

    @Test
    void endsWhatPeopleAllowedWhenItIsDeleted() {
        var app = AnApp.of(alice);
        var token = app.token(bob, "flattr");
        assertThat(AnApp.status(token)).isEqualTo(200);

        AnApp.form(alice).post("/apps/" + app.id + "/delete").then().statusCode(303);

        assertThat(AnApp.status(token)).isEqualTo(401);
        AnApp.asks(bob, app.request("flattr")).then().statusCode(400).body(containsString("not known here"));
        assertThat(page(alice, "/apps")).doesNotContain(app.id);
    }

    @Test
    void isForPersonsAndNotForTheirPrograms() {
        var app = AnApp.of(alice);

        given().header("Authorization", "Bearer " + app.token(bob, "flattr"))
                .accept("text/html")
                .get("/apps")
                .then()
                .statusCode(401);
        given().accept("text/html").get("/apps/new").then().statusCode(401);
    }

    @Test
    void hasAnEnd() {
        IntStream.range(0, 50).forEach(number -> AnApp.withoutASecret(alice));

        AnApp.form(alice)
                .formParam("name", "One more")
                .formParam("redirects", AnApp.REDIRECT)
                .post("/apps")
                .then()
                .statusCode(409)
                .body(containsString("at most 50 apps"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void drawsItsPictureAnew(String format) throws IOException {
        var app = AnApp.of(alice);
        var drawn = picture(format, 300, 150);

        upload(app, drawn).then().statusCode(303);

        var shown = given().get("/apps/" + app.id + "/picture.png");
        assertThat(shown.contentType()).isEqualTo("image/png");
        var image = ImageIO.read(new ByteArrayInputStream(shown.asByteArray()));
        assertThat(image.getWidth()).isEqualTo(96);
        assertThat(image.getHeight()).isEqualTo(96);
        assertThat(image.getRGB(48, 10) >>> 24).as("what is around it is clear").isZero();
        assertThat(image.getRGB(48, 48) >>> 24).isEqualTo(255);
        assertThat(page(alice, "/apps/" + app.id)).contains("/apps/" + app.id + "/picture.png");
    }

    @Test
    void refusesWhatIsNoPictureOrTooLarge() throws IOException {
        var app = AnApp.of(alice);

        upload(app, "GIF89a and so on".getBytes()).then().statusCode(422).body(containsString("a PNG or a JPEG"));
        upload(app, picture("png", 2049, 1)).then().statusCode(422).body(containsString("up to 2048 pixels"));
        upload(app, new byte[1_000_001]).then().statusCode(422).body(containsString("up to one megabyte"));
        upload(app, new byte[0]).then().statusCode(422);
        given().get("/apps/" + app.id + "/picture.png").then().statusCode(404);
    }

    @Test
    void refusesABrokenPicture() throws IOException {
        var app = AnApp.of(alice);
        var whole = picture("png", 20, 20);

        var half = Arrays.copyOf(whole, whole.length / 2);

        upload(app, half).then().statusCode(422).body(containsString("a PNG or a JPEG"));
    }

    private Response upload(AnApp app, byte[] file) {
        return alice.browses()
                .redirects()
                .follow(false)
                .multiPart("picture", "picture", file, "application/octet-stream")
                .post("/apps/" + app.id + "/picture");
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static String page(Person person, String path) {
        return person.browses().get(path).then().statusCode(200).extract().asString();
    }
}
