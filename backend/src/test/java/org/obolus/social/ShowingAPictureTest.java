package org.obolus.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.accounts.People;
import org.obolus.testing.Person;

@QuarkusTest
class ShowingAPictureTest {

    @Inject
    People people;

    Person bob;

    @BeforeEach
    void meet() {
        bob = people.person("bob");
        bob.asks()
                .body("{\"shows_profile\":true}")
                .patch("/api/v1/profile")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpeg, image/jpeg"})
    void paintsWhatIsUploadedAnewAndSmall(String format, String type) throws IOException {
        upload(picture(format, 300, 200), type).then().statusCode(204);

        var large = ImageIO.read(new ByteArrayInputStream(shown("")));
        var small = ImageIO.read(new ByteArrayInputStream(shown("?size=48")));

        assertThat(large.getWidth()).isEqualTo(96);
        assertThat(small.getHeight()).isEqualTo(48);
        assertThat(new Color(large.getRGB(48, 48)).getRed()).isGreaterThan(200);
        given().get("/api/v1/people/" + bob.username())
                .then()
                .body("picture", org.hamcrest.Matchers.containsString("/picture.png?v="));
    }

    @Test
    void keepsNothingElseOfTheFile() throws IOException {
        var secret = "taken at home".getBytes(StandardCharsets.UTF_8);
        var file = picture("jpeg", 200, 200);
        var withSecret = Arrays.copyOf(file, file.length + secret.length);
        System.arraycopy(secret, 0, withSecret, file.length, secret.length);

        upload(withSecret, "image/jpeg").then().statusCode(204);

        assertThat(new String(shown(""), StandardCharsets.ISO_8859_1)).doesNotContain("taken at home");
    }

    @Test
    void refusesWhatIsNoPictureOrBrokenOrTooLarge() throws IOException {
        var broken = Arrays.copyOf(picture("png", 100, 100), 60);
        var bomb = picture("png", 100, 100);
        bomb[16] = 0x7f;

        upload("<svg/>".getBytes(StandardCharsets.UTF_8), "image/png").then().statusCode(422);
        upload(new byte[0], "image/png").then().statusCode(org.hamcrest.Matchers.oneOf(400, 422));
        upload(broken, "image/png").then().statusCode(422);
        upload(bomb, "image/png").then().statusCode(422);
        bob.asks()
                .contentType("image/gif")
                .body(broken)
                .put("/api/v1/profile/picture")
                .then()
                .statusCode(415);
    }

    @Test
    void hidesThePictureWithTheProfileAndTakesItAway() throws IOException {
        upload(picture("png", 100, 100), "image/png").then().statusCode(204);

        bob.asks()
                .body("{\"shows_profile\":false}")
                .patch("/api/v1/profile")
                .then()
                .statusCode(200);
        given().get(address()).then().statusCode(404);
        bob.browses().get(address()).then().statusCode(200);

        bob.asks().delete("/api/v1/profile/picture").then().statusCode(204);
        bob.browses().get(address()).then().statusCode(404);
    }

    @Test
    void isUploadedOnThePageOfTheProfileToo() throws IOException {
        form().multiPart("picture", "me.png", picture("png", 100, 100), "image/png")
                .post("/dashboard/profile/picture")
                .then()
                .statusCode(303);
        var refused = form().multiPart("picture", "me.txt", "no".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/dashboard/profile/picture");

        assertThat(shown("")).isNotEmpty();
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("Choose a picture in PNG or JPEG.");
    }

    private RequestSpecification form() {
        return bob.browses().redirects().follow(false).contentType("multipart/form-data");
    }

    private io.restassured.response.Response upload(byte[] file, String type) {
        return bob.asks().contentType(type).body(file).put("/api/v1/profile/picture");
    }

    private byte[] shown(String query) {
        return given().get(address() + query)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
    }

    private String address() {
        return "/people/" + bob.username() + "/picture.png";
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width, height);
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, format, file);
        return file.toByteArray();
    }
}
