package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalkingAListTest {

    private static final String LIST = "/api/v1/flattrs";

    private final Offline offline = Offline.with(Retries.NONE);

    @Test
    void asksForNothingBeforeItIsNeeded() {
        pages();

        var flattrs = offline.client().flattrs().mine();

        assertThat(offline.requests()).isEmpty();
        assertThat(flattrs.limit(1)).extracting(Flattr::thing).containsExactly(new ThingId(1));
        assertThat(offline.requests()).hasSize(1);
    }

    @Test
    void goesOnToTheEnd() {
        pages();

        var flattrs = offline.client().flattrs().mine();

        assertThat(flattrs).extracting(flattr -> flattr.thing().value()).containsExactly(1L, 2L, 3L);
        assertThat(offline.requests()).hasSize(3);
    }

    @Test
    void goesOnWithoutWaiting() {
        pages();

        var first = offline.client().async().flattrs().mine().join();

        assertThat(first.items()).hasSize(1);
        assertThat(first.hasNext()).isTrue();
        assertThat(first.next().join().items()).hasSize(1);
        assertThat(first.toEnd().join()).hasSize(3);
    }

    @Test
    void neverGoesOnAtAnotherServer() {
        page(LIST, 1, "https://elsewhere.example/api/v1/flattrs?cursor=2");

        assertThatThrownBy(() -> offline.client().flattrs().mine().toList())
                .isInstanceOf(ObolusException.Unintelligible.class)
                .hasMessageContaining("another server");
        assertThat(offline.requests()).hasSize(1);
    }

    @Test
    void isNotMisledByAServerWhoseNameBeginsLikeOurs() {
        page(LIST, 1, "https://obolus.example.elsewhere.example/api/v1/flattrs?cursor=2");

        assertThatThrownBy(() -> offline.client().flattrs().mine().toList())
                .isInstanceOf(ObolusException.Unintelligible.class);
    }

    private void pages() {
        page(LIST, 1, LIST + "?cursor=a%2Fb");
        page(LIST + "?cursor=a%2Fb", 2, LIST + "?cursor=c");
        offline.on("GET", LIST + "?cursor=c", 200, items(3));
    }

    private void page(String path, int thing, String next) {
        var links = List.of("<" + LIST + ">; rel=\"first\"", "<" + next + ">; rel=\"next\"");
        var body = items(thing).getBytes(StandardCharsets.UTF_8);
        offline.transport().on("GET", path, new Transport.Answer(200, Map.of("Link", links), body));
    }

    private static String items(int thing) {
        return "{\"items\": [{\"thing\": " + thing
                + ", \"month\": \"2026-11\", \"given_at\": \"2026-11-28T10:00:00Z\"}]}";
    }
}
