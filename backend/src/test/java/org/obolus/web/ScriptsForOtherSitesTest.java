package org.obolus.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"/button.js, 4000", "/js/0.6/load.js, 4000", "/counts.js, 1000", "/button-frame.js, 12000"})
    void comeInTheBytesThatPagesWerePromised(String path, int most) throws IOException {
        var answer = given().config(asItComes())
                .header("Accept-Encoding", "gzip, deflate, br, zstd")
                .get(path);

        assertThat(answer.header("Content-Encoding")).isEqualTo("br");
        assertThat(answer.header("Vary")).containsIgnoringCase("accept-encoding");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.asByteArray()).hasSizeLessThanOrEqualTo(most);
        assertThat(unpacked(answer.asByteArray())).isEqualTo(get(path).asByteArray());
    }

    @Test
    void areNotSentAgainToWhoeverHasThem() {
        var first = given().config(asItComes()).header("Accept-Encoding", "br").get("/button.js");

        var again = given().config(asItComes())
                .header("Accept-Encoding", "br")
                .header("If-None-Match", first.header("ETag"))
                .get("/button.js");

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
        assertThat(again.headers().getValues(CACHE)).containsExactly("public, max-age=3600");
    }

    @Test
    void comeUnpackedToWhoeverAsksSo() {
        var answer = given().config(asItComes())
                .header("Accept-Encoding", "identity")
                .get("/button.js");

        assertThat(answer.header("Content-Encoding")).isNull();
    }

    @Test
    void areNotMissedForEver() {
        var missing = get("/button-0123456789abcdef.js");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.header(CACHE)).isNull();
    }

    private static RestAssuredConfig asItComes() {
        return RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        Brotli4jLoader.ensureAvailability();
        return Decoder.decompress(packed).getDecompressedData();
    }

    private static Response get(String path) {
        return given().get(path);
    }
}
