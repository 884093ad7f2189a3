package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.things.GivenPages.give;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.identities.PapersInTests;
import org.obolus.identities.PapersInTests.Paper;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ListsOfGivenPagesTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Inject
    PapersInTests papers;

    private Paper paper;

    @BeforeEach
    void begin() {
        paper = papers.paper();
        give(paper.owner(), paper.host(), "path", "/b", paper.writer());
        give(paper.owner(), paper.host(), "page", "/a", paper.writer());
        give(paper.owner(), paper.host(), "author", "cleo", paper.writer());
        give(paper.owner(), paper.host(), "path", "/a", paper.writer());
        give(paper.owner(), paper.host(), "author", "anna", paper.writer());
    }

    @Test
    void areReadPageByPageByTheOwnerByTheirKind() {
        assertThat(written(paper.owner(), "/api/v1/sites/" + paper.host() + "/assignments?limit=2"))
                .containsExactly(
                        List.of("author anna", "author cleo"), List.of("page /a", "path /a"), List.of("path /b"));
    }

    @Test
    void areReadPageByPageByWhoeverReceivesTheNewestFirst() {
        assertThat(written(paper.writer(), "/api/v1/assignments?limit=3"))
                .containsExactly(List.of("author anna", "path /a", "author cleo"), List.of("page /a", "path /b"));
    }

    @Test
    void refuseCursorsOfOtherLists() {
        var cursor = paper.writer().asks().get("/api/v1/assignments?limit=1").header("Link");
        var other = NEXT.matcher(cursor)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replaceFirst(".*cursor=", "");

        paper.owner()
                .asks()
                .get("/api/v1/sites/{host}/assignments?cursor={cursor}", paper.host(), other)
                .then()
                .statusCode(422)
                .body("field", equalTo("cursor"));
    }

    /** What each page of a list says, by following its links. */
    private static List<List<String>> written(Person person, String first) {
        var pages = new ArrayList<List<String>>();
        for (var next = first; next != null; ) {
            var page = person.asks().urlEncodingEnabled(false).get(next);
            var items = page.jsonPath();
            pages.add(items.getList("items.collect { one -> ['author', 'page', 'path'].findAll { one[it] != null }"
                    + ".collect { it + ' ' + one[it] }.join() }"));
            next = page.headers().getValues("Link").stream()
                    .map(NEXT::matcher)
                    .filter(link -> link.find())
                    .map(link -> link.group(1))
                    .findFirst()
                    .orElse(null);
        }
        return pages;
    }
}
