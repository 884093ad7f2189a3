package org.obolus.identities;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.web.Fetched;
import org.obolus.web.WebUrl;

class RefusingAnApplicationTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "401, '{\"error\": \"invalid_client\", \"error_description\": \"No\"}'",
                "400, '{\"error\": \"invalid_client\"}'",
                "400, '{\"error\": \"Invalid credentials\"}'"
            })
    void saysThatItIsNotKnown(int status, String body) {
        assertThat(AskAboutApp.isUnknown(answer(status, body))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "200, '{\"access_token\": \"app\"}'",
                "400, '{\"error\": \"invalid_scope\"}'",
                "401, '{\"error\": \"unauthorized_client\"}'",
                "400, '{\"error\": \"unsupported_grant_type\"}'",
                "400, '<h1>Bad request'",
                "400, '{}'",
                "401, ''",
                "403, '{\"error\": \"This action is not allowed\"}'",
                "429, '{\"error\": \"Too many requests\"}'",
                "503, '{\"error\": \"invalid_client\"}'"
            })
    void saysSomethingElse(int status, String body) {
        assertThat(AskAboutApp.isUnknown(answer(status, body))).isFalse();
    }

    private static Fetched answer(int status, String body) {
        return new Fetched(
                status, "application/json", body.getBytes(UTF_8), WebUrl.of("https://social.example/oauth/token"));
    }
}
