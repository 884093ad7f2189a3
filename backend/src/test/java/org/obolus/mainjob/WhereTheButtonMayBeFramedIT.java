package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The frame works at the top of the site that its address names, and nowhere else. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class WhereTheButtonMayBeFramedIT {

    private static final String OUR_FRAME = "/button/frame?site=%s&layout=large&lang=en&dark=0&url=%s";
    private static final String PUT = """
            (body, src) => new Promise((loaded) => {
              const frame = document.createElement('iframe');
              frame.onload = () => loaded();
              frame.src = src;
              body.replaceChildren(frame);
            })""";

    @TempDir
    static Path folder;

    private static AFansReading reading;
    private static AFan fan;
    private static ASiteOfSomebody evil;

    @BeforeAll
    static void connect() throws Exception {
        reading = new AFansReading(folder);
        fan = reading.fan;
        evil = fan.goesToAnotherSite("evil");
    }

    @AfterAll
    static void stop() {
        evil.close();
        reading.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"framed", "framed-with-no-referrer"})
    void isItsOwnSiteWhateverThatSaysOfItself(String name) {
        var page = fan.reader.open(fan.site.page(name));

        var framed = frame(page, frameOf(fan.site));

        assertThat(framed.locator("a[role=button]")).hasAttribute("title", Pattern.compile("Worth"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"framed", "framed-with-no-referrer"})
    void isNoOtherSite(String name) {
        var page = fan.reader.open(evil.page(name));

        isNothing(frame(page, frameOf(fan.site)));
    }

    @Test
    void isASiteOfItsOwnOnlyAsAStranger() {
        var page = fan.reader.open(evil.page("as-itself"));

        var framed = frame(page, frameOf(evil));

        assertThat(framed.locator("a[role=button]")).hasAttribute("title", "Opens a small window");
    }

    @Test
    void isNoFrameOfThatSite() {
        var page = fan.reader.open(fan.site.page("with-itself"));
        var inside = frame(page, fan.site.page("inside"));

        inside.locator("body").evaluate(PUT, frameOf(fan.site));

        assertThat(inside.frameLocator("iframe").locator("a[role=button]")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"advertisement", "advertisement-with-no-referrer"})
    void isNoAdvertisementInsideThePageWhicheverSiteThatNames(String name) {
        var page = fan.reader.open(fan.site.page("with-an-advertisement"));
        var advertisement = frame(page, evil.page(name));

        advertisement.locator("body").evaluate(PUT, frameOf(fan.site));
        isNothing(advertisement.frameLocator("iframe"));

        advertisement.locator("body").evaluate(PUT, frameOf(evil));
        isNothing(advertisement.frameLocator("iframe"));
    }

    private static void isNothing(FrameLocator framed) {
        assertThat(framed.locator("a[role=button]")).hasCount(0);
        assertThat(framed.locator("script[src*=frame]")).hasCount(0);
    }

    private static String frameOf(ASiteOfSomebody site) {
        return reading.server
                .url(OUR_FRAME.formatted(site.origin(), site.page("framed")))
                .toString();
    }

    /** Put into this page by the page itself. */
    private static FrameLocator frame(Page page, String address) {
        page.locator("body").evaluate(PUT, address);
        return page.frameLocator("iframe");
    }
}
