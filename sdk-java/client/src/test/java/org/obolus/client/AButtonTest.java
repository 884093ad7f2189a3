package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class AButtonTest {

    private static final Flattrable BREAD = Flattrable.at(URI.create("https://blog.example/bread?a=1&b=2"));

    @Test
    void isALinkThatWorksWithoutTheScript() {
        assertThat(Button.of(BREAD).html())
                .isEqualTo("<a class=\"FlattrButton\" href=\"https://blog.example/bread?a=1&amp;b=2\">"
                        + "https://blog.example/bread?a=1&amp;b=2</a>");
    }

    @Test
    void saysAllThatTheAuthorSays() {
        var thing = BREAD.by("alice")
                .titled("Bread that waits")
                .described("Flour, water, salt.\nAnd time.")
                .in("en_GB")
                .of(Category.TEXT)
                .tagged("bread", "baking")
                .hide();

        assertThat(Button.of(thing).compact().html())
                .isEqualTo("<a class=\"FlattrButton\" href=\"https://blog.example/bread?a=1&amp;b=2\""
                        + " title=\"Bread that waits\" lang=\"en_GB\" data-flattr-uid=\"alice\""
                        + " data-flattr-category=\"text\" data-flattr-tags=\"bread,baking\" data-flattr-hidden=\"1\""
                        + " data-flattr-button=\"compact\">Flour, water, salt.<br>And time.</a>");
    }

    @Test
    void letsNobodyOutOfItsAttributesAndText() {
        var thing = BREAD.titled("\"><script>alert('1')</script>").described("</a><img src=x onerror=alert(1)> & more");

        assertThat(Button.of(thing).html())
                .contains(" title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\"")
                .endsWith(">&lt;/a&gt;&lt;img src=x onerror=alert(1)&gt; &amp; more</a>");
    }

    @Test
    void namesAnIdentityInsteadOfAnAccount() {
        var thing = BREAD.by(new Receiver.Identity("github:user:id:4711"));

        assertThat(Button.of(thing).html()).contains(" data-flattr-owner=\"github:user:id:4711\"");
    }

    @Test
    void needsOneScriptForThePage() {
        assertThat(Button.script(URI.create("https://obolus.example/")))
                .isEqualTo("<script async src=\"https://obolus.example/button.js\"></script>");
    }
}
