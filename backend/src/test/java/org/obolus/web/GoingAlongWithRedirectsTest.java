package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.obolus.web.GuardedClients.NONE;
import static org.obolus.web.GuardedClients.VERTX;
import static org.obolus.web.GuardedClients.ask;
import static org.obolus.web.GuardedClients.assertRefused;
import static org.obolus.web.GuardedClients.fetch;
import static org.obolus.web.GuardedClients.inDevelopment;
import static org.obolus.web.GuardedClients.redirectingTo;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoingAlongWithRedirectsTest {

    @Test
    void goesAlongWithThreeRedirectsOnly() {
        var site = ASite.answering(VERTX, request -> {
            var left = Integer.parseInt(request.path().substring(1));
            redirectingTo(left == 0 ? "/end" : "/" + (left - 1)).handle(request);
        });
        var ends = ASite.answering(VERTX, request -> {
            var left = Integer.parseInt(request.path().substring(1));
            if (left == 0) {
                request.response().end("here");
            } else {
                redirectingTo("/" + (left - 1)).handle(request);
            }
        });

        assertThat(fetch(inDevelopment(NONE), ends.page("/3")).text()).isEqualTo("here");
        assertRefused(inDevelopment(NONE), site.page("/3"), FetchRefused.TooManyRedirects.class);
    }

    @Test
    void endsARedirectInCircles() {
        var site = ASite.answering(
                VERTX,
                request -> request.response()
                        .setStatusCode(301)
                        .putHeader("Location", "/")
                        .end());

        assertRefused(inDevelopment(NONE), site.page("/"), FetchRefused.TooManyRedirects.class);
        assertThat(site.visits()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.blog.localhost/",
                "//other.localhost/",
                "http://127.0.0.1/",
                "http://169.254.169.254/",
                "http://blog.localhost:1/",
                "https://blog.localhost:1/"
            })
    void goesToNoOtherPlace(String elsewhere) {
        var site = ASite.answering(VERTX, redirectingTo(elsewhere));

        assertRefused(inDevelopment(NONE), site.page("/start"), FetchRefused.LeadsAway.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "file:///etc/passwd", "http://a b/", "http://alice:secret@x.example/"})
    void goesNowhereOutsideTheWeb(String elsewhere) {
        var site = ASite.answering(VERTX, redirectingTo(elsewhere));

        assertRefused(inDevelopment(NONE), site.page("/start"), FetchRefused.LeadsNowhere.class);
    }

    @Test
    void goesAlongFromHttpToHttpsButNotBack() {
        var plain = WebUrl.of("http://blog.example/a");
        var secure = WebUrl.of("https://blog.example/a");

        assertThat(Redirects.next(plain, "https://blog.example/b")).hasToString("https://blog.example/b");
        assertThatThrownBy(() -> Redirects.next(secure, "http://blog.example/b"))
                .isInstanceOf(FetchRefused.LeadsAway.class);
    }

    @Test
    void takesARedirectWithoutATargetForAnAnswer() {
        var site = ASite.answering(
                VERTX, request -> request.response().setStatusCode(302).end("nowhere"));

        assertThat(fetch(inDevelopment(NONE), site.page("/")).status()).isEqualTo(302);
    }

    @Test
    void countsAllRedirectsIntoOneTime() {
        var site = ASite.answering(
                VERTX,
                request -> VERTX.setTimer(
                        200, timer -> redirectingTo(request.path() + "a").handle(request)));

        assertRefused(inDevelopment(NONE, "timeout", "500ms"), site.page("/"), FetchRefused.TooSlow.class);
    }

    @Test
    void takesASecretToNoOtherAddress() {
        var site = ASite.answering(VERTX, redirectingTo("/elsewhere"));

        var answer = ask(site.page("/token"), HttpMethod.POST, "code=1");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(site.visits()).hasSize(1);
    }
}
