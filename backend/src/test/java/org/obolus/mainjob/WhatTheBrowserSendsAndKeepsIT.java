package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The browser's own log says what docs/button.md promises: nothing else is asked for, sent or kept. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class WhatTheBrowserSendsAndKeepsIT {

    @TempDir
    static Path folder;

    private static AFansReading reading;
    private static AFan fan;

    @BeforeAll
    static void connect() throws Exception {
        reading = new AFansReading(folder);
        fan = reading.fan;
    }

    @AfterAll
    static void stop() {
        reading.close();
    }

    @Test
    void isAScriptAndAQuestionForAStranger() {
        var context = reading.browser.browser().newContext();
        var planted = plant(context);
        var log = new Log(context);

        var page = open(context, "viewed");

        assertThat(log.pathsOfTheServer()).containsExactly("/button.js", "/counts");
        log.showsNothingOfTheReader(List.of("/counts"));
        keepsNothing(context, page, planted);
    }

    @Test
    void isAFrameTooWhereAStrangerPointsAtIt() {
        var context = reading.browser.browser().newContext();
        var planted = plant(context);
        var log = new Log(context);
        var page = open(context, "pointed-at");

        page.locator("flattr-button").hover();

        assertThat(AFan.button(page)).hasAttribute("title", "Opens a small window");
        assertThat(log.pathsOfTheServer()).hasSize(4).startsWith("/button.js", "/counts", "/button/frame");
        assertThat(log.pathsOfTheServer().get(3)).matches(".*frame.*\\.js");
        log.showsNothingOfTheReader(List.of("/counts"));
        keepsNothing(context, page, planted);
    }

    @Test
    void isATokenAndNoCookieForAFan() {
        plant(fan.context);
        var cookies = fan.context.cookies();
        var log = new Log(fan.context);
        var page = fan.opens("read-by-a-fan");

        AFan.press(page);

        AFan.isPressed(page);
        assertThat(log.pathsOfTheServer())
                .contains("/counts", "/button/frame", "/button/frame/renewals", "/button/frame/state")
                .endsWith("/button/frame/flattr");
        log.showsNothingOfTheReader(
                List.of("/counts", "/button/frame/renewals", "/button/frame/state", "/button/frame/flattr"));
        assertThat(log.body("/button/frame/flattr"))
                .containsOnlyKeys("url", "site", "seen")
                .containsAllEntriesOf(Map.of("url", page.url(), "site", fan.site.origin()));
        assertThat(sorted(fan.context.cookies())).isEqualTo(sorted(cookies));
        assertThat(page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"))
                .isEqualTo("[{\"obolus\":\"1\"},{},\"\"]");
    }

    /** Cookies that somebody has from the server, also of the kind that goes along to other sites where it may. */
    private static List<String> plant(BrowserContext context) {
        var server = reading.server.url("/").toString();
        context.addCookies(List.of(
                new Cookie("planted", "first").setUrl(server).setSameSite(SameSiteAttribute.LAX),
                new Cookie("everywhere", "third").setUrl(server).setSecure(true).setSameSite(SameSiteAttribute.NONE)));
        return sorted(context.cookies());
    }

    private static List<String> sorted(List<Cookie> cookies) {
        return cookies.stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .sorted()
                .toList();
    }

    private static Page open(BrowserContext context, String name) {
        var page = new Reader(context, reading.server, fan.reader.username()).open(fan.site.page(name));
        assertThat(page.locator("flattr-button .count")).hasText(Pattern.compile("\\d"));
        return page;
    }

    private static void keepsNothing(BrowserContext context, Page page, List<String> planted) {
        var kept = JsonPath.from(context.storageState(new BrowserContext.StorageStateOptions().setIndexedDB(true)));
        assertThat(sorted(context.cookies())).isEqualTo(planted);
        assertThat(kept.getList("origins")).isEmpty();
        for (var frame : page.frames()) {
            assertThat(frame.evaluate("indexedDB.databases().then((all) =>"
                            + " [all.length, localStorage.length, sessionStorage.length, document.cookie].join())"))
                    .isEqualTo("0,0,0,");
        }
        context.close();
    }

    /** Everything that a browser asks for, of whomever. */
    private static final class Log {

        private final List<Request> requests = new CopyOnWriteArrayList<>();

        Log(BrowserContext context) {
            context.onRequest(requests::add);
        }

        List<String> pathsOfTheServer() {
            return requests.stream()
                    .map(request -> URI.create(request.url()))
                    .filter(uri -> uri.getPort() == reading.server.port())
                    .map(URI::getPath)
                    .toList();
        }

        /** No other host is asked, nobody sets a cookie, and these paths get none, nor the address of the page. */
        void showsNothingOfTheReader(List<String> paths) {
            assertThat(requests)
                    .extracting(request -> URI.create(request.url()).getAuthority())
                    .containsOnly(fan.site.host(), "localhost:" + reading.server.port());
            for (var request : requests) {
                assertThat(request.response().allHeaders()).doesNotContainKey("set-cookie");
                var path = URI.create(request.url()).getPath();
                if (paths.contains(path)) {
                    assertThat(request.allHeaders()).doesNotContainKeys("cookie");
                }
                if (path.equals("/counts")) {
                    assertThat(request.allHeaders()).doesNotContainKeys("referer", "authorization");
                }
            }
        }

        Map<String, Object> body(String path) {
            var last = requests.stream()
                    .filter(request -> request.url().endsWith(path))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            return JsonPath.from(last.postData()).getMap("");
        }
    }
}
