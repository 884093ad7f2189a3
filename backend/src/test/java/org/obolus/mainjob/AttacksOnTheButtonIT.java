package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.testing.RealBrowser;

/** What a hostile page, or an advertisement inside it, can not do with its reader's connection. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class AttacksOnTheButtonIT {

    private static final String MADE_BY_A_SCRIPT = """
            (button) => {
              for (const key of ['Enter', ' ']) {
                button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
              }
              button.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true, composed: true, cancelable: true }));
            }""";

    @TempDir
    static Path folder;

    private static AFansReading reading;
    private static AFan fan;

    @BeforeAll
    static void connect() throws Exception {
        reading = new AFansReading(folder);
        fan = reading.fan;
        fan.context.clock().install();
    }

    @AfterEach
    void letTimeGoOn() {
        fan.context.clock().resume();
    }

    @BeforeEach
    void onAnotherDay() throws Exception {
        fan.waitsADay();
    }

    @AfterAll
    static void stop() {
        reading.close();
    }

    @Test
    void doNotGetThroughWithForgedMessages() throws Exception {
        var before = fan.flattrs();
        var page = fan.opens("forged");
        var asked = AFan.flattrsAskedBy(page);
        var spoken =
                "(message) => document.querySelector('flattr-button iframe').contentWindow.postMessage(message, '*')";

        for (var message : List.of(
                "({ obolus: 'hello' })",
                "({ obolus: 'code', code: 'A'.repeat(43) })",
                "({ obolus: 'flattr', url: location.href })",
                "({ obolus: 'state', url: location.href, flattred: true, flattrs: 99 })",
                "'flattr'",
                "null")) {
            page.evaluate("(" + spoken + ")(" + message + ")");
        }
        page.evaluate("(" + spoken + ")({ obolus: 'count', flattrs: 7 })");

        assertThat(AFan.button(page)).containsText("7");
        assertThat(page.evaluate("said.includes('challenge')")).isEqualTo(false);
        onlyARealPressCounts(page, asked, before);
    }

    @Test
    void doNotGetThroughWithClicksThatNobodyMade() throws Exception {
        var before = fan.flattrs();
        var page = fan.opens("synthesised");
        var asked = AFan.flattrsAskedBy(page);

        page.evaluate("""
                for (const target of [
                  document.querySelector('flattr-button'),
                  document.querySelector('flattr-button iframe'),
                  document.querySelector('flattr-button').shadowRoot.querySelector('a'),
                ]) {
                  target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
                  target.click?.();
                }""");
        AFan.button(page).evaluate("(button) => button.click()");
        AFan.button(page).evaluate(MADE_BY_A_SCRIPT);

        onlyARealPressCounts(page, asked, before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"opacity: 0.2", "transform: scale(0.9)", "filter: brightness(0.5)", "clip-path: inset(0 50% 0 0)"
            })
    @Tag(RealBrowser.THAT_TELLS)
    void areAskedAboutInTheWindowWhereTheButtonIsFadedOrBent(String style) throws Exception {
        var page = fan.opens("bent");
        page.evaluate("(style) => document.querySelector('flattr-button').setAttribute('style', style)", style);
        AFan.frame(page).locator("a[role=button].unsettled").waitFor();

        fan.isAskedInTheWindow(page, () -> AFan.press(page));
    }

    @Test
    @Tag(RealBrowser.THAT_TELLS)
    void areAskedAboutInTheWindowWhereTheButtonIsCovered() throws Exception {
        var page = fan.opens("covered");
        page.evaluate("""
                const { left, top } = document.querySelector('flattr-button').getBoundingClientRect();
                const cover = document.body.appendChild(document.createElement('div'));
                cover.textContent = 'Win a prize';
                Object.assign(cover.style, { position: 'fixed', left: left + 'px', top: top + 'px', width: '55px',
                  height: '62px', background: 'white', pointerEvents: 'none', zIndex: 9 });""");
        AFan.frame(page).locator("a[role=button].unsettled").waitFor();

        fan.isAskedInTheWindow(page, () -> AFan.press(page));
    }

    @Test
    void areAskedAboutInTheWindowWhereTheButtonJumpedUnderThePointer() throws Exception {
        var page = fan.opens("moved");
        AFan.button(page).hover();
        page.evaluate("document.querySelector('h1').style.marginTop = '30px'");

        fan.isAskedInTheWindow(page, () -> AFan.press(page));
    }

    @Test
    void doNotGetTheKeyOutOfTheFramesStorage() {
        var page = fan.opens("key");
        var frame = framed(page);

        var answer = frame.evaluate("""
                () => new Promise((resolve) => {
                  const opening = indexedDB.open('obolus', 1);
                  opening.onsuccess = () => {
                    const all = opening.result.transaction('connections').objectStore('connections').getAll();
                    all.onsuccess = () => {
                      opening.result.close();
                      const [{ keys: { privateKey } }] = all.result;
                      const failed = ({ name }) => resolve(`${privateKey.extractable} ${name}`);
                      crypto.subtle.exportKey('pkcs8', privateKey).then(() => resolve('out'), failed);
                    };
                  };
                })""");

        assertThat(answer).isEqualTo("false InvalidAccessError");
        assertThat(frame.evaluate("Object.keys(localStorage).length + document.cookie.length"))
                .isEqualTo(0);
    }

    @Test
    void doNotEndTheConnectionByRenewingItFiftyTimesAtOnce() {
        // However long fifty frames take here, the pages lose no patience with them.
        fan.stopTheClock();
        var page = fan.reader.open(fan.site.page("fifty"));

        page.evaluate("""
                for (let i = 0; i < 49; i++) {
                  const button = document.createElement('flattr-button');
                  button.setAttribute('href', location.href + '/' + i);
                  document.body.append(button);
                }""");

        for (int i = 0; i < 50; i++) {
            var one = page.locator("flattr-button").nth(i).locator("iframe").contentFrame();
            page.locator("flattr-button").nth(i).scrollIntoViewIfNeeded();
            assertThat(one.locator("a[role=button]")).hasAttribute("title", Pattern.compile("Worth"));
        }
        fan.context.clock().resume();
        AFan.knows(fan.opens("after-fifty"));
    }

    @Test
    void doNothingByManyFastClicksThatGoOnInTheWindow() {
        var window = reading.browser.browser().newPage();
        window.clock().install(new Clock.InstallOptions().setTime(0));
        window.navigate(reading.server
                .url("/submit/auto?popout=1&url=" + fan.site.page("fast"))
                .toString());
        window.clock().pauseAt(60_000);
        window.evaluate("dispatchEvent(new Event('focus'))");

        window.clock().runFor(500);
        window.mouse().click(5, 5);
        window.clock().runFor(500);
        assertThat(isUnsettled(window)).isEqualTo(true);

        window.clock().runFor(600);
        assertThat(isUnsettled(window)).isEqualTo(false);
        window.close();
    }

    @Test
    void doNothingAtOnceInAWindowWithoutScripts() {
        var page = fan.reader.open(fan.site.page("sandboxed"));
        page.evaluate(
                """
                (address) => {
                  const ad = document.createElement('iframe');
                  ad.sandbox = 'allow-popups allow-forms allow-same-origin';
                  ad.srcdoc = `<a target="_blank" href="${address}">Win a prize</a>`;
                  document.body.replaceChildren(ad);
                }""",
                reading.server
                        .url("/submit/auto?url=" + fan.site.page("silent"))
                        .toString());

        var window = fan.context.waitForPage(
                () -> page.frameLocator("iframe").locator("a").click());

        assertThat(window.locator(".guarded button").first()).hasCSS("animation-name", "arrive");
        window.close();
    }

    /** Whatever was tried before has asked the server for nothing, also not a little later. */
    private static void onlyARealPressCounts(Page page, List<Request> asked, long before) throws Exception {
        AFan.isIdle(page);
        assertThat(asked).isEmpty();
        assertThat(fan.flattrs()).isEqualTo(before);
        AFan.press(page);
        AFan.isPressed(page);
        assertThat(asked).hasSize(1);
        assertThat(fan.flattrs()).isEqualTo(before + 1);
    }

    private static Object isUnsettled(Page window) {
        return window.evaluate("document.documentElement.classList.contains('unsettled')");
    }

    private static Frame framed(Page page) {
        return page.frames().stream()
                .filter(frame -> frame.url().contains("/button/frame"))
                .findFirst()
                .orElseThrow();
    }
}
