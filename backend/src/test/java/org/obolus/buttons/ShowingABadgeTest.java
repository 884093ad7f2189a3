package org.obolus.buttons;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Eventually;
import org.w3c.dom.Element;

@QuarkusTest
class ShowingABadgeTest {

    private static final String AS_AN_IMAGE = "image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8";
    private static final String HOSTILE = "\"></title><script>alert(1)</script>&'\u202E\u0000]]>";
    private static final String NOWHERE = "javascript:alert(1)";

    @Inject
    People people;

    @Inject
    Books books;

    @ParameterizedTest
    @CsvSource({"/badge.svg, 93, 20", "/badge.svg?size=16, 16, 16", "/badge.svg?count=1&url=https://a.example/, 93, 20"
    })
    void isDrawnInTheSizesThatFlattrHad(String path, String width, String height) throws Exception {
        var picture = xml(get(path));

        assertThat(picture.getTagName()).isEqualTo("svg");
        assertThat(picture.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(picture.getAttribute("width")).isEqualTo(width);
        assertThat(picture.getAttribute("height")).isEqualTo(height);
        assertThat(picture.getElementsByTagName("path").getLength()).isGreaterThan(4);
    }

    @ParameterizedTest
    @CsvSource({
        "/badge.png, 93, 20",
        "/badge.png?scale=2, 186, 40",
        "/badge.png?scale=3&count=1&url=https://a.example/, 279, 60",
        "/badge.png?scale=400, 93, 20",
        "/badge.png?size=16, 16, 16",
        "/badge.png?size=16&scale=2, 32, 32",
        "/button/flattr-badge-large.png, 93, 20",
        "/button/flattr-badge-small.png, 16, 16"
    })
    void isPaintedForWhoeverShowsNoSvg(String path, int width, int height) throws IOException {
        var picture = bitmap(get(path));

        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
    }

    @Test
    void countsRightAfterAFlattr() throws Exception {
        var bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        var thing = books.thingOf(people.person("alice"));
        var url = books.urlOf(thing);
        var before = counted("/badge.svg", url);
        var painted = counted("/badge.png", url);

        books.flattr(bob, thing);

        assertThat(title(before)).isEqualTo("Flattr this: 0 flattrs");
        Eventually.holds(
                "the badge counts", () -> title(counted("/badge.svg", url)).equals("Flattr this: 1 flattr"));
        assertThat(counted("/badge.svg", url).header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(counted("/badge.png", url).asByteArray()).isNotEqualTo(painted.asByteArray());
    }

    @Test
    void countsZeroForAPageThatNobodyKnows() {
        assertThat(title(counted("/badge.svg", "https://unseen.example/" + System.nanoTime())))
                .isEqualTo("Flattr this: 0 flattrs");
    }

    @Test
    void showsNoNumberWhereNoneIsAskedFor() {
        assertThat(title(get("/badge.svg?url=https://a.example/"))).isEqualTo("Flattr this");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/badge.svg", "/badge.png", "/badge.svg?size=16", "/button/flattr-badge-large.png"})
    void mayBeKeptForADayWithoutANumber(String path) {
        assertThat(get(path).header("Cache-Control")).isEqualTo("public, max-age=86400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/badge.svg", "/badge.png"})
    void mayBeKeptForAMinuteWithANumber(String path) {
        assertThat(counted(path, "https://a.example/").header("Cache-Control")).isEqualTo("public, max-age=60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/badge.svg",
                "/badge.png",
                "/badge.svg?count=1&url=https://a.example/",
                "/button/flattr-badge-small.png"
            })
    void isForEverySiteAndAsksNobodyWhoTheyAre(String path) {
        var stranger = get(path);
        var somebody = people.person("bob")
                .browses()
                .accept(AS_AN_IMAGE)
                .urlEncodingEnabled(false)
                .get(path);

        assertThat(stranger.headers().getValues("Cross-Origin-Resource-Policy")).containsExactly("cross-origin");
        assertThat(stranger.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(stranger.header("Set-Cookie")).isNull();
        assertThat(somebody.asByteArray()).isEqualTo(stranger.asByteArray());
        assertThat(somebody.header("Cache-Control")).isEqualTo(stranger.header("Cache-Control"));
        assertThat(somebody.header("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/badge.svg", "/badge.png", "/badge.svg?count=1&url=https://a.example/"})
    void isNotSentAgainToWhoeverHasIt(String path) {
        var first = get(path);

        var second = given().urlEncodingEnabled(false)
                .accept(AS_AN_IMAGE)
                .header("If-None-Match", first.header("ETag"))
                .get(path);

        second.then().statusCode(304).header("Cache-Control", equalTo(first.header("Cache-Control")));
        assertThat(second.asByteArray()).isEmpty();
        assertThat(second.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/badge.svg", "/badge.svg?size=16", "/badge.svg?count=1&url=https://a.example/"})
    void refersToNothingOutsideItself(String path) {
        assertThat(get(path).asString().replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "href", "url(", "<style", "style=", "<script", "@import", "<!DOCTYPE", "<text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "title", "size", "scale", "count", "lang"})
    void writesNothingOfItsAddressIntoThePicture(String parameter) throws Exception {
        var answer = given().accept(AS_AN_IMAGE)
                .queryParam("count", "1")
                .queryParam(parameter, HOSTILE)
                .get("/badge.svg");

        answer.then().statusCode(200);
        xml(answer);
        assertThat(answer.asString()).doesNotContain("alert", "\u202E");
        assertThat(answer.headers().toString()).doesNotContain("alert");
    }

    @Test
    void isShownWithoutANumberWhereItsAddressIsWrong() {
        var answer = counted("/badge.svg", NOWHERE);

        answer.then().statusCode(200).header("Vary", equalTo("Accept"));
        assertThat(answer.asString()).isEqualTo(get("/badge.svg").asString());
    }

    @Test
    void saysWhatIsWrongToWhoeverOpensIt() {
        var page = asked("text/html,image/png,*/*;q=0.8", NOWHERE);
        var json = asked("application/json", NOWHERE);

        page.then().statusCode(422).contentType("text/html");
        assertThat(page.asString()).contains("This address cannot be flattred");
        json.then().statusCode(422).body("type", equalTo("/problems/not_a_thing_url"));
        asked("application/json", null).then().statusCode(422);
    }

    private static Response asked(String accept, String url) {
        var request = given().accept(accept).queryParam("count", "1");
        return (url == null ? request : request.queryParam("url", url)).get("/badge.svg");
    }

    private static Response counted(String path, String url) {
        return given().accept(AS_AN_IMAGE)
                .queryParam("count", "1")
                .queryParam("url", url)
                .get(path);
    }

    private static Response get(String path) {
        var answer = given().urlEncodingEnabled(false).accept(AS_AN_IMAGE).get(path);
        answer.then().statusCode(200);
        return answer;
    }

    private static String title(Response picture) {
        return xml(picture).getElementsByTagName("title").item(0).getTextContent();
    }

    private static Element xml(Response answer) {
        answer.then().contentType("image/svg+xml");
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.asByteArray()))
                    .getDocumentElement();
        } catch (Exception notXml) {
            throw new AssertionError(answer.asString(), notXml);
        }
    }

    private static BufferedImage bitmap(Response answer) throws IOException {
        answer.then().contentType("image/png");
        return ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
    }
}
