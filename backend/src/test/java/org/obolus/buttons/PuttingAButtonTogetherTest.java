package org.obolus.buttons;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.LittleSite;

@QuarkusTest
class PuttingAButtonTogetherTest {

    private static final String PAGE = "https://blog.example/bread?a=1&b=\"2\"";
    private static final String SUBMIT =
            "/submit/auto?url=https%3A%2F%2Fblog.example%2Fbread%3Fa%3D1%26b%3D%25222%2522&user_id=alice&title=Rye+%26+%22rest%22";
    private static final String HOSTILE =
            "\"></pre></textarea><script>alert(1)</script><img src=x onerror=alert(1)>'{cdi:assets}";

    @ConfigProperty(name = "obolus.url")
    String server;

    @Inject
    People people;

    @Test
    void showsTheScriptAndTheElementToCopy() {
        var codes = codes(filled("compact"));

        assertThat(codes.get(0)).isEqualTo("<script async src=\"" + server + "/button.js\"></script>");
        assertThat(codes.get(1)).isEqualTo("""
                <flattr-button href="https://blog.example/bread?a=1&amp;b=%222%22" by="alice"\
                 title="Rye &amp; &quot;rest&quot;" layout="compact" counts="off" lang="de">
                <a href="{submit}">Flattr</a>
                </flattr-button>""".replace("{submit}", (server + SUBMIT).replace("&", "&amp;")));
    }

    @ParameterizedTest
    @CsvSource({
        "badge, /badge.svg?count=1&url=https%3A%2F%2Fblog.example%2Fbread, 93, 20",
        "bitmap, /badge.png?scale=2&count=1&url=https%3A%2F%2Fblog.example%2Fbread, 93, 20",
        "small, /badge.svg?size=16, 16, 16"
    })
    void showsAPictureToCopyAsHtmlAndAsMarkdown(String look, String picture, String width, String height) {
        var codes =
                codes(asked().queryParam("url", "https://blog.example/bread").queryParam("layout", look));

        var image = Jsoup.parse(codes.get(0)).selectFirst("a > img");
        assertThat(image.attr("src")).isEqualTo(server + picture);
        assertThat(image.attr("width")).isEqualTo(width);
        assertThat(image.attr("height")).isEqualTo(height);
        assertThat(image.attr("alt")).isEqualTo("Flattr this");
        assertThat(codes.get(1))
                .isEqualTo("[![Flattr this](" + server + picture + ")](" + server
                        + "/submit/auto?url=https%3A%2F%2Fblog.example%2Fbread)");
    }

    @Test
    void showsALinkForPagesAndForFeeds() {
        var codes = codes(filled("link"));

        var link = Jsoup.parse(codes.get(0)).selectFirst("a");
        assertThat(link.attr("href")).isEqualTo(server + SUBMIT);
        assertThat(codes.get(1)).startsWith("<link rel=\"payment\" type=\"text/html\" href=\"" + server);
        assertThat(codes.get(2)).startsWith("<atom:link rel=\"payment\"").endsWith("/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "compact", "icon", "text", "badge", "bitmap", "small", "link"})
    void showsCodeThatProvesWhoseThePageIs(String look) {
        var alice = people.person("alice");
        try (var site = LittleSite.named("codes")) {
            var url = site.address("/page?of=" + look);
            var codes = codes(alice.browses().queryParam("url", url).queryParam("layout", look));
            site.with("/page", "<!doctype html><title>A page</title>" + String.join("\n", codes));

            var registered = alice.asks().body("{\"url\": \"" + url + "\"}").post("/api/v1/things");

            registered.then().statusCode(201).body("owner", equalTo(alice.username()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "badge", "bitmap", "small", "link"})
    void showsCodeWhoseAddressesAreThere(String look) {
        var code = Jsoup.parse(String.join("\n", codes(filled(look))), server);

        var addresses = code.select("[src], a[href]").stream()
                .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
                .map(address -> address.substring(server.length()))
                .toList();

        assertThat(addresses)
                .isNotEmpty()
                .allSatisfy(address ->
                        given().urlEncodingEnabled(false).get(address).then().statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "badge", "link"})
    void previewsTheVeryCodeThatItShows(String look) {
        var page = page(filled(look));

        var shown = Jsoup.parse(codes(page).get("large".equals(look) ? 1 : 0).replace(server, ""));
        assertThat(page.selectFirst(".preview").html()).isEqualTo(shown.body().html());
    }

    @Test
    void drawsThePreviewWithTheScriptThatPagesLoad() {
        var answer = filled("large").get("/get-button");

        assertThat(answer.headers().getValues("Content-Security-Policy")).hasSize(1);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self';", "connect-src 'self';", "frame-src 'self';", "default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(Jsoup.parse(answer.asString()).select("script").eachAttr("src"))
                .anyMatch("/button.js"::equals)
                .anyMatch(address -> address.startsWith("/get-button.js?v="));
        given().get("/button.js").then().statusCode(200);
        given().get("/get-button.js").then().statusCode(200);
    }

    @Test
    void knowsWhoIsLoggedIn() {
        var alice = people.person("alice");

        var page = page(alice.browses());

        assertThat(page.getElementById("by").val()).isEqualTo(alice.username());
        assertThat(codes(page).get(1)).contains("by=\"" + alice.username() + "\"");
        assertThat(page(alice.browses().queryParam("by", ""))
                        .getElementById("by")
                        .val())
                .isEmpty();
    }

    @Test
    void beginsWithAnExample() {
        var page = page(asked());

        assertThat(codes(page).get(1)).contains("href=\"https://your-site.example/your-page\"", "layout=\"large\"");
        assertThat(page.text()).contains("only an example");
    }

    @Test
    void saysBesideTheFieldWhatDoesNotFit() {
        var answer = asked().queryParam("url", "javascript:alert(1)")
                .queryParam("by", "no/body")
                .get("/get-button");

        answer.then().statusCode(422);
        var page = Jsoup.parse(answer.asString());
        assertThat(page.getElementById("url-error").text()).contains("https://");
        assertThat(page.getElementById("by-error").text()).contains("2 to 30 letters");
        assertThat(page.getElementById("url").val()).isEqualTo("javascript:alert(1)");
        assertThat(codes(page).get(1)).doesNotContain("javascript", "no/body");
        assertThat(page.getElementById("assembled").text())
                .contains("An example stands in for the address.", "The username is left out.");
    }

    @ParameterizedTest
    @CsvSource({
        "url, large",
        "title, large",
        "by, large",
        "lang, large",
        "layout, large",
        "counts, large",
        "title, badge",
        "title, link",
        "popout, large"
    })
    void letsNobodyWriteIntoThePage(String parameter, String look) {
        var page = Jsoup.parse(asked().queryParam("layout", look)
                .queryParam(parameter, HOSTILE)
                .get("/get-button")
                .asString());

        assertThat(page.select("script"))
                .allMatch(script -> script.hasAttr("src") && script.data().isEmpty());
        assertThat(page.select("[onerror], img[src=x], textarea")).isEmpty();
        assertThat(page.select("main pre").size()).isGreaterThanOrEqualTo(3);
        assertThat(page.outerHtml()).doesNotContain("Assets_");
    }

    @Test
    void escapesATitleForTheAttributeThatItBecomes() {
        var codes = codes(asked().queryParam("title", HOSTILE));

        var element = Jsoup.parse(codes.get(1)).selectFirst("flattr-button");
        assertThat(element.attr("title")).isEqualTo(HOSTILE);
        assertThat(Jsoup.parse(codes.get(1)).select("script, img, pre")).isEmpty();
    }

    @Test
    void needsNoScript() {
        var page = page(asked());

        assertThat(page.select("form[action=/get-button] button[type=submit]").text())
                .isEqualTo("Show the code");
        assertThat(page.select("[data-copies]")).hasSizeGreaterThan(2).allMatch(button -> button.hasAttr("hidden"));
        assertThat(page.select("[data-copies]"))
                .allMatch(button -> page.getElementById(button.attr("data-copies")) != null);
        assertThat(page.outerHtml()).doesNotContain("<style", " style=", " onclick=", "<script>");
    }

    @Test
    void namesEveryFieldAndEveryPiece() {
        var page = page(filled("large"));

        assertThat(page.select("main input, main select"))
                .hasSize(6)
                .allMatch(field -> page.select("label[for=" + field.id() + "]").size() == 1);
        assertThat(page.select("[data-copies]").eachText()).doesNotHaveDuplicates();
        assertThat(page.select("h1")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "large, script-src {0}; connect-src {0}; frame-src {0}",
        "icon, script-src {0}; connect-src {0}; frame-src {0}",
        "badge, img-src {0}"
    })
    void saysWhatAPolicyHasToAllow(String look, String policy) {
        assertThat(page(filled(look)).getElementById("policy").text()).isEqualTo(policy.replace("{0}", server));
    }

    @Test
    void saysWhatReadersShouldKnow() {
        var host = server.replaceFirst("https?://", "").replaceFirst(":.*", "");

        assertThat(privacy("large")).contains("loads a script from " + host, "sets no cookie");
        assertThat(privacy("badge"))
                .contains("a picture from " + host, "sets no cookie")
                .doesNotContain("script");
        assertThat(privacy("link")).contains("Nothing is loaded from there");
        assertThat(page(filled("link")).getElementById("policy")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/how-it-works", "/problems", "/dashboard/things"})
    void isFoundFromWhereOneLooksForIt(String path) {
        var page = Jsoup.parse(people.person("alice").browses().get(path).asString());

        assertThat(page.select("a[href^=/get-button]")).isNotEmpty();
    }

    private String privacy(String look) {
        return page(filled(look)).getElementById("privacy").text();
    }

    /** A form that is filled in altogether. */
    private static RequestSpecification filled(String look) {
        return asked().queryParam("url", PAGE)
                .queryParam("title", "Rye & \"rest\"")
                .queryParam("by", "alice")
                .queryParam("layout", look)
                .queryParam("lang", "de")
                .queryParam("counts", "off");
    }

    private static RequestSpecification asked() {
        return given().accept("text/html");
    }

    private static Document page(RequestSpecification request) {
        return page(request.get("/get-button"));
    }

    private static Document page(Response answer) {
        answer.then().statusCode(200);
        return Jsoup.parse(answer.asString());
    }

    private static List<String> codes(RequestSpecification request) {
        return codes(page(request));
    }

    private static List<String> codes(Document page) {
        return page.select("pre[id^=code-]").stream().map(Element::wholeText).toList();
    }
}
