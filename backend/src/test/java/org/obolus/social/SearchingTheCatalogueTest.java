package org.obolus.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class SearchingTheCatalogueTest {

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    Person bob;
    String word;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        word = "w" + System.nanoTime();
    }

    @ParameterizedTest
    @CsvSource({
        "en_GB, Baking breads of rye, bread baked",
        "de_DE, Die schönsten Häuser der Stadt, Haus schön",
        "fr_FR, Les chevaux du roi, cheval roi",
        "sv_SE, Flickorna läser böckerna, flicka läser",
        "es_ES, Canciones para los niños, canción niño",
        "fi_FI, Taloissa asutaan, talo asutaan",
        "ja_JP, パン の 本, 本",
        ", Baking loaves, loaves"
    })
    void findsWordsByTheGrammarOfTheThingsLanguage(String language, String title, String query) {
        var thing = thing(title + " " + word, language, "{}");

        assertThat(found(Map.of("query", query + " " + word))).containsExactly(thing);
    }

    @Test
    void findsTagsDescriptionsAndAddressesToo() {
        var byTag = thing("First of them", "en_GB", "{" + word + "}");
        var byText = thing("Second of them", "en_GB", "{}");
        books.run("update things set description = 'About the ' || ? where id = ?", word, byText);
        var byAddress = books.thingOfNobody(word + ".example");
        books.run("update things set url_key = ? where id = ?", word + ".example/a", byAddress);

        assertThat(found(Map.of("query", word))).containsExactlyInAnyOrder(byTag, byText, byAddress);
    }

    @Test
    void putsWhatHasTheWordInItsTitleFirst() {
        var inText = thing("Something else", "en_GB", "{}");
        books.run("update things set description = 'All about the ' || ? where id = ?", word, inText);
        var inTitle = thing("All about " + word, "en_GB", "{}");

        assertThat(found(Map.of("query", word))).containsExactly(inTitle, inText);
    }

    @Test
    void understandsPhrasesExclusionsAndAlternatives() {
        var rye = thing(word + " dark rye bread", "en_GB", "{}");
        var wheat = thing(word + " bread of wheat", "en_GB", "{}");

        assertThat(found(Map.of("query", word + " \"rye bread\""))).containsExactly(rye);
        assertThat(found(Map.of("query", word + " -rye"))).containsExactly(wheat);
        assertThat(found(Map.of("query", word + "x or " + word))).containsExactlyInAnyOrder(rye, wheat);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-bread", "-bread -rye", "the", "!!!", "\"", "or", "'; drop table things; --", "a or -b", "💩"})
    void answersOddQuestionsWithoutReadingEverything(String query) {
        search(Map.of("query", query)).then().statusCode(200);
    }

    @Test
    void listsNothingThatIsHiddenDeletedOrOfSomebodyWhoOptedOut() {
        var hidden = thing("Hidden " + word, "en_GB", "{" + word + "}");
        books.run("update things set hidden = true where id = ?", hidden);
        var deleted = thing("Deleted " + word, "en_GB", "{" + word + "}");
        books.run("update things set deleted_at = now() where id = ?", deleted);
        var optedOut = books.thingOfNobody(word + ".example");
        books.run("update identities set opted_out_at = now() where name = ?", "site:" + word + ".example");
        books.run("update things set title = 'Opted ' || ? where id = ?", word, optedOut);

        assertThat(found(Map.of("query", word))).isEmpty();
        assertThat(found(Map.of("tags", word))).isEmpty();
        assertThat(found(Map.of("user", alice.username()))).isEmpty();
    }

    @Test
    void filtersByTagsAsTheExpressionSays() {
        var tagged = List.of(
                thing("Number one", "en_GB", "{" + word + ",Bread,rye}"),
                thing("Number two", "en_GB", "{" + word + ",bread,wheat}"),
                thing("Number three", "en_GB", "{" + word + ",\"free software\"}"));

        for (var expression : List.of("bread", "!bread", "bread & !rye", "rye | free software", "!(rye | wheat)")) {
            var read = TagsExpression.of(word + " & (" + expression + ")");
            var expected =
                    tagged.stream().filter(id -> read.matches(tagsOf(id))).toList();
            assertThat(found(Map.of("tags", read.toString())))
                    .as(expression)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void filtersByLanguagesCategoriesMakerAndAddress() {
        var english = thing("English " + word, "en_GB", "{}");
        var german = thing("German " + word, "de_DE", "{}");
        books.run("update things set category = 'audio' where id = ?", german);
        var ofBob = books.thingOf(bob);
        books.run("update things set title = 'Of bob ' || ? where id = ?", word, ofBob);

        assertThat(found(Map.of("query", word, "language", "de_DE,fr_FR"))).containsExactly(german);
        assertThat(found(Map.of("query", word, "category", "audio,video"))).containsExactly(german);
        assertThat(found(Map.of("user", alice.username().toUpperCase()))).containsExactlyInAnyOrder(english, german);
        assertThat(found(Map.of("user", "nobody-at-all"))).isEmpty();
        assertThat(found(Map.of("url", books.urlOf(ofBob)))).containsExactly(ofBob);
    }

    @Test
    void takesAnAddressWithASlashAtItsEndForEverythingBelowIt() {
        var first = books.thingOfNobody(word + ".example");
        var second = books.thingOfNobody(word + ".example");
        books.run("update things set url_key = ? where id = ?", word + ".example/blog/a", first);
        books.run("update things set url_key = ? where id = ?", word + ".example/shop/b", second);

        assertThat(found(Map.of("url", "https://" + word + ".example/"))).containsExactlyInAnyOrder(first, second);
        assertThat(found(Map.of("url", "http://" + word + ".example/blog/"))).containsExactly(first);
        assertThat(found(Map.of("url", "https://" + word + ".example/blog"))).isEmpty();
    }

    @Test
    void pagesWithTheTotal() {
        var all = List.of(thing(word, "en_GB", "{}"), thing(word, "en_GB", "{}"), thing(word, "en_GB", "{}"));

        var first = answer(Map.of("query", word, "limit", "2"));
        var second = answer(Map.of("query", word, "limit", "2", "page", "2"));

        assertThat(first.getInt("total")).isEqualTo(3);
        assertThat(first.getBoolean("total_is_exact")).isTrue();
        assertThat(second.getInt("page")).isEqualTo(2);
        assertThat(ids(first)).hasSize(2).doesNotContainAnyElementsOf(ids(second));
        assertThat(all).containsAll(ids(first)).containsAll(ids(second));
        assertThat(found(Map.of("query", word, "limit", "2", "page", "3"))).isEmpty();
    }

    @Test
    void saysEverythingAboutAThing() {
        var thing = thing("All of it " + word, "en_GB", "{" + word + "}");
        books.means(bob, "5.00", "5.00");
        books.flattr(bob, thing);

        search(Map.of("query", word))
                .then()
                .body("items[0].title", equalTo("All of it " + word))
                .body("items[0].owner", equalTo(alice.username()))
                .body("items[0].tags", equalTo(List.of(word)))
                .body("items[0].flattrs", equalTo(1))
                .body("items[0].supporters", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "sort, loudest", "language, klingon", "category, fish", "tags, a &", "tags, (a", "tags, a)", "url, nonsense",
        "page, 0", "page, -1", "page, 9999", "page, x", "limit, 101", "limit, 0", "user, ''"
    })
    void refusesWhatItCannotReadAndNamesTheField(String field, String value) {
        var answer = search(Map.of(field, value));

        if (value.isEmpty()) {
            answer.then().statusCode(200);
        } else {
            answer.then().statusCode(422).body("detail", org.hamcrest.Matchers.notNullValue());
        }
    }

    @Test
    void refusesAQuestionThatIsTooLong() {
        search(Map.of("query", "x".repeat(201))).then().statusCode(422).body("field", equalTo("query"));
    }

    private long thing(String title, String language, String tags) {
        var thing = books.thingOf(alice);
        books.run(
                "update things set title = ?, language = ?, tags = ?::text[] where id = ?",
                title,
                language,
                tags,
                thing);
        return thing;
    }

    private Set<String> tagsOf(long thing) {
        return Set.of(books.text("select lower(array_to_string(tags, ',')) from things where id = ?", thing)
                .split(","));
    }

    private static List<Long> found(Map<String, String> asked) {
        return ids(answer(asked));
    }

    private static List<Long> ids(JsonPath answer) {
        return answer.getList("items.id", Long.class);
    }

    private static JsonPath answer(Map<String, String> asked) {
        return search(asked).then().statusCode(200).extract().jsonPath();
    }

    private static io.restassured.response.Response search(Map<String, String> asked) {
        return given().queryParams(asked).get("/api/v1/catalogue");
    }
}
