package org.obolus.flattrapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;

@QuarkusTest
class ReadingAsOldClientsDoTest {

    private static final String BASE = AnOldClient.BASE;

    @Inject
    People people;

    @Inject
    Books books;

    private long thing;

    @BeforeEach
    void meet() {
        thing = ThingToRead.of(people, books).thing();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 200",
        ".json, '', 200",
        "'', application/json, 200",
        "'', */*, 200",
        "'', text/html;*/*, 200",
        ".xml, '', 406",
        ".txt, '', 406",
        "'', application/xml, 406",
        ".json, application/xml, 200"
    })
    void answersInTheFormThatEndingOrHeaderName(String ending, String accept, int status) {
        var request = AnOldClient.ofNobody();
        if (!accept.isEmpty()) {
            request.header("Accept", accept.replace(";", ", "));
        }

        var answer = request.get(BASE + "/things/" + thing + ending);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 406) {
            answer.then().body("error", equalTo("not_acceptable")).body("error_description", notNullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/categories", "/languages", "/categories.json", "/languages.json"})
    void listsCategoriesAndLanguages(String list) {
        AnOldClient.ofNobody()
                .get(BASE + list)
                .then()
                .statusCode(200)
                .body("id", hasItems(list.startsWith("/cat") ? "rest" : "en_GB"))
                .body("text", hasItems(list.startsWith("/cat") ? "Other" : "English (United Kingdom)"));
    }

    @Test
    void listsThemAsLinesToo() {
        assertThat(AnOldClient.ofNobody().get(BASE + "/categories.txt").asString())
                .contains("rest Other\n");
        AnOldClient.ofNobody()
                .header("Accept", "text/plain")
                .get(BASE + "/languages")
                .then()
                .contentType("text/plain")
                .body(Matchers.containsString("sv_SE Swedish"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things/0",
                "/things/abc",
                "/things/99999999999999999999",
                "/users/nobody-at-all",
                "/nothing",
                "/things/1/nothing",
                "/users/%00",
                "/things/%00/flattrs",
                "/users/nobody-at-all/activities.atom"
            })
    void saysThatThereIsNothing(String address) {
        AnOldClient.ofNobody()
                .urlEncodingEnabled(false)
                .get(BASE + address)
                .then()
                .statusCode(404)
                .body("error", equalTo("not_found"))
                .body("error_description", notNullValue());
    }
}
