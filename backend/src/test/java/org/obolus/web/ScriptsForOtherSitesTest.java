package org.obolus.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ScriptsForOtherSitesTest {

    private static final String CACHE = "Cache-Control";

    @ParameterizedTest
    @ValueSource(strings = {"/button.js", "/js/0.6/load.js", "/counts.js", "/button/version.json"})
    void mayBeReadByThemAndAreAskedForAgainAfterAnHour(String path) {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.headers().getValues(CACHE)).containsExactly("public, max-age=3600");
    }

    @Test
    void areTheSameWhereTheOldLoaderStood() {
        assertThat(get("/js/0.6/load.js").asString())
                .isEqualTo(get("/button.js").asString());
    }

    @Test
    void haveAnAddressThatNeverChangesItsContentAndTheHashOfThat() throws NoSuchAlgorithmException {
        var version = get("/button/version.json").jsonPath();
        var script = get(version.getString("path"));
        var hash = MessageDigest.getInstance("SHA-384").digest(script.asByteArray());

        assertThat(script.asString()).isEqualTo(get("/button.js").asString());
        assertThat(version.getString("integrity"))
                .isEqualTo("sha384-" + Base64.getEncoder().encodeToString(hash));
        assertThat(script.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(script.headers().getValues(CACHE)).containsExactly("public, max-age=31536000, immutable");
    }

    @Test
    void areNotMissedForEver() {
        var missing = get("/button-0123456789abcdef.js");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.header(CACHE)).isNull();
    }

    private static Response get(String path) {
        return given().get(path);
    }
}
