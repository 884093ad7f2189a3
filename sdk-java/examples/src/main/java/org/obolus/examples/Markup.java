package org.obolus.examples;

import java.net.URI;
import java.util.List;
import org.obolus.client.AutoSubmitUrl;
import org.obolus.client.Badge;
import org.obolus.client.Button;
import org.obolus.client.ButtonElement;
import org.obolus.client.Flattrable;
import org.obolus.client.Loader;
import org.obolus.client.PaymentLink;

/** What pages and feeds carry; whatever is put into it stays text. */
public final class Markup {

    private Markup() {}

    /** One of each. */
    public static List<String> ofAPost() {
        // snippet: markup
        var server = URI.create("https://obolus.example");
        var post = Flattrable.at(URI.create("https://blog.example/bread"))
                .by("alice")
                .titled("Bread that waits for you")
                .in("en_GB")
                .tagged("bread", "baking");

        var script = Loader.of(server).html(); // once per page
        var button = ButtonElement.of(server, post).html(); // <flattr-button …>
        var asOfOld = Button.of(post).compact().html(); // <a class="FlattrButton" …>
        var picture = Badge.of(server, post).counted().markdown(); // for a README
        var inAFeed = PaymentLink.of(server, post).atom(); // <link rel="payment" …/>
        var address = AutoSubmitUrl.of(server, post).toString(); // at which it can be flattred
        // end
        return List.of(script, button, asOfOld, picture, inAFeed, address);
    }
}
