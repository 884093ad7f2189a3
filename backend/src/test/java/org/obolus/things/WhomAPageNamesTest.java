package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.AccountId;
import org.obolus.web.Fetched;
import org.obolus.web.WebUrl;

class WhomAPageNamesTest {

    private static final String PAGE = "https://blog.example/post?id=1";
    private static final AccountId ALICE = new AccountId(1);
    private static final Map<String, AccountId> KNOWN = Map.of("alice", ALICE, "bob", new AccountId(2));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta name=\"obolus:account\" content=\"alice\">",
                "<META NAME='flattr:id' CONTENT=' Alice '>",
                "<link rel=\"me\" href=\"https://obolus.example/people/alice\">",
                "<a rel='noopener ME' href='//obolus.example/profile/alice/'>me</a>",
                "<a class=\"FlattrButton\" href=\"/post?id=1\" data-flattr-uid=\"alice\">x</a>",
                "<a class='x FlattrButton' href='' rel='flattr;uid:alice;button:compact;'>x</a>",
                "<a class=FlattrButton href='http://blog.example/post?id=1' rev='flattr;uid:alice;category:text'>x</a>",
                "<a class=FlattrButton href='/other' data-flattr-url='?id=1' data-flattr-uid=alice>x</a>",
                "<a class=FlattrButton href='' rel='nofollow flattr;uid:alice;'>x</a>",
                "<a class=FlattrButton href='' rel='nofollow noreferrer flattr;uid:alice;category:text; noopener'>x</a>",
                "<a class=FlattrButton href='' data-flattr-owner=alice>x</a>",
                "<flattr-button by=\"alice\"></flattr-button>",
                "<flattr-button by='alice' url='https://blog.example/post?id=1'></flattr-button>",
                "<link rel=payment href='https://obolus.example/submit/auto?user_id=alice&url=https%3A%2F%2Fblog.example%2Fpost%3Fid%3D1'>",
                "<a href='http://obolus.example/submit/auto?user_id=alice'>flattr this</a>",
                "<script src='https://obolus.example/button.js'></script><!-- was api.flattr.com -->"
                        + "<a class=FlattrButton href='' data-flattr-uid=alice>x</a>"
            })
    void isWhoeverOneOfItsSignsNames(String html) {
        assertThat(whom(html)).contains(ALICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>alice",
                "<meta name=\"author\" content=\"alice\">",
                "<body><p>comment: <meta name=\"obolus:account\" content=\"alice\">",
                "<meta name=\"obolus:account\" content=\"nobody-here\">",
                "<meta name=\"obolus:account\" content=\"\">",
                "<a href=\"https://obolus.example/people/alice\">a friend</a>",
                "<a rel='me ugc' href='https://obolus.example/people/alice'>a commenter</a>",
                "<a rel='me nofollow' href='https://obolus.example/people/alice'>a commenter</a>",
                "<a rel=me href='https://obolus.example.evil.example/people/alice'>x</a>",
                "<a rel=me href='https://evil.example/https://obolus.example/people/alice'>x</a>",
                "<a rel=me href='https://obolus.example/people/alice/things'>x</a>",
                "<a class=FlattrButton href='https://blog.example/post?id=2' data-flattr-uid=alice>x</a>",
                "<a class=FlattrButton href='https://blog.example/post?id=1#top' data-flattr-uid=alice>x</a>",
                "<a class=FlattrButton href='' data-flattr-owner='email:alice'>x</a>",
                "<a class=FlattrButton href='' rel='flattr;uid:alice; nofollow'>in a comment</a>",
                "<a class=FlattrButton href='' rel='flattr;uid:alice;nofollow'>in a comment</a>",
                "<a class=FlattrButton href='' rel='flattr;uid:alice; noopener UGC'>in a comment</a>",
                "<a class=FlattrButton href='' rel='ugc flattr;uid:alice;'>in a comment</a>",
                "<a class=FlattrButton href='' rel='sponsored nofollow flattr;uid:alice;'>an advertisement</a>",
                "<a class=FlattrButton href='' rel='nofollow ugc' data-flattr-uid=alice>in a comment</a>",
                "<a class=FlattrButton href='' rel=nofollow rev='flattr;uid:alice;'>in a comment</a>",
                "<flattr-button by='alice' url='https://blog.example/'></flattr-button>",
                "<a href='https://obolus.example/submit/auto?user_id=alice&url=https%3A%2F%2Fblog.example%2F'>x</a>",
                "<a rel=nofollow href='https://obolus.example/submit/auto?user_id=alice'>in a comment</a>",
                "<a href='https://obolus.example/submit/auto?url=%zz&user_id=%zz'>x</a>",
                "<a href='https://flattr.example/submit/auto?user_id=alice'>x</a>",
                "<link rel=stylesheet href='https://obolus.example/submit/auto?user_id=alice'>"
            })
    void isNobodyByLess(String html) {
        assertThat(whom(html)).isEmpty();
    }

    @Test
    void isNobodyOfAnotherServersButtons() {
        var loader = "<script>s.src = '//api.flattr.com/js/0.6/load.js?mode=auto';</script>";

        assertThat(whom(loader + "<a class=FlattrButton href='' data-flattr-uid=alice>x</a>"))
                .isEmpty();
    }

    @Test
    void isNobodyWhereItsSignsDisagree() {
        assertThat(whom("<meta name=obolus:account content=alice><meta name=flattr:id content=bob>"))
                .isEmpty();
    }

    @Test
    void isByItsMetaTagBeforeAnyLink() {
        assertThat(whom("<meta name=obolus:account content=alice>"
                        + "<a rel=me href='https://obolus.example/people/bob'>b</a>"))
                .contains(ALICE);
    }

    @Test
    void isByTheNextSignWhereAStrongerOneNamesNobodyHere() {
        assertThat(whom("<meta name=flattr:id content=elsewhere>"
                        + "<a rel=me href='https://obolus.example/people/alice'>a</a>"))
                .contains(ALICE);
    }

    @Test
    void isReadFromPagesThatNestWithoutEnd() {
        assertThat(whom("<div>".repeat(50_000) + "<a rel=me href='https://obolus.example/people/alice'>a</a>"))
                .isNotNull();
    }

    private static Optional<AccountId> whom(String html) {
        var url = WebUrl.of(PAGE);
        var page = new Fetched(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), url);
        return PageReader.read(new OurAddresses("https://obolus.example"), new ThingUrl(url), page)
                .whom(KNOWN);
    }
}
