package org.obolus.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.testing.LittleSite.PROOF_FILE;

import io.restassured.specification.RequestSpecification;
import java.util.regex.Pattern;

/** Somebody without an account at {@code /opt-out}. */
public final class OptOutPage {

    private static final Pattern TOKEN = Pattern.compile("<pre[^>]*>(obolus-opt-out-[A-Za-z0-9_-]{32})</pre>");

    private OptOutPage() {}

    /** Asks what to place, places it in the file, and has it looked at. */
    public static void optOut(LittleSite site) {
        var page = begin(site);
        site.with(PROOF_FILE, token(page));
        assertThat(stranger().post(page).statusCode()).isEqualTo(303);
    }

    /** The address of the page that says what to place. */
    public static String begin(LittleSite site) {
        var answer = stranger().formParam("site", site.host()).post("/opt-out").then();
        return answer.statusCode(303).extract().header("Location").replaceFirst("^https?://[^/]*", "");
    }

    public static String token(String page) {
        var found = TOKEN.matcher(stranger().get(page).asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    public static RequestSpecification stranger() {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin");
    }
}
