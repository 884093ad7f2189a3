package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class AButtonElementTest {

    private static final URI SERVER = URI.create("https://obolus.example");
    private static final Flattrable BREAD = Flattrable.at(URI.create("https://blog.example/bread"));

    @Test
    void isALinkThatWorksWithoutTheScript() {
        assertThat(ButtonElement.of(SERVER, BREAD).html())
                .isEqualTo("<flattr-button href=\"https://blog.example/bread\">"
                        + "<a href=\"https://obolus.example/submit/auto?url=https%3A%2F%2Fblog.example%2Fbread\">"
                        + "Flattr this</a></flattr-button>");
    }

    @Test
    void saysAllThatTheAuthorSays() {
        var thing = BREAD.by("alice")
                .titled("Bread that waits")
                .described("Flour & water")
                .in("en_GB")
                .of(Category.TEXT)
                .tagged("bread", "baking")
                .hide();
        var button = ButtonElement.of(SERVER, thing)
                .looking(ButtonElement.Layout.TEXT)
                .withoutCounts()
                .speaking("de")
                .saying("Give > take");

        assertThat(button.html())
                .startsWith("<flattr-button href=\"https://blog.example/bread\" by=\"alice\" title=\"Bread that waits\""
                        + " description=\"Flour &amp; water\" language=\"en_GB\" category=\"text\""
                        + " tags=\"bread,baking\" unlisted=\"1\" layout=\"text\" counts=\"off\" lang=\"de\"><a href=")
                .endsWith(">Give &gt; take</a></flattr-button>");
    }

    @Test
    void letsNobodyOutOfItsAttributes() {
        var thing = BREAD.titled("\"><script>alert('1')</script>");

        assertThat(ButtonElement.of(SERVER, thing).html())
                .contains(" title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\"")
                .doesNotContain("<script");
    }

    @Test
    void namesAnIdentityInsteadOfAnAccount() {
        var thing = BREAD.by(new Receiver.Identity("github:user:id:4711"));

        assertThat(ButtonElement.of(SERVER, thing).html()).contains(" owner=\"github:user:id:4711\"");
    }
}
