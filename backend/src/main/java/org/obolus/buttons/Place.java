package org.obolus.buttons;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.obolus.things.Thing;
import org.obolus.things.ThingUrl;

/**
 * Where a button stands and what is asked of the server there.
 *
 * @param query names the thing to the server, in the words of the auto-submit address
 * @param path the page to come back to; always one of this server
 */
public record Place(String query, String path, boolean popout) {

    static final String AUTO_SUBMIT = "/submit/auto";
    private static final String THINGS = "/things/";

    public static Place ofThing(Thing thing) {
        return new Place("url=" + encoded(thing.url().toString()), THINGS + thing.id(), false);
    }

    /** For what is not shown on a page of ours. */
    static Place ofPage(ThingUrl url) {
        var query = "url=" + encoded(url.toString());
        return new Place(query, AUTO_SUBMIT + "?" + query, false);
    }

    /** Of a request that came from the page of a thing, or else from the auto-submit page itself. */
    static Place of(Submission asked, String path) {
        var isOfAThing = path != null && path.matches(THINGS + "\\d{1,18}");
        var here = AUTO_SUBMIT + "?" + asked.query();
        return new Place(asked.query(), isOfAThing ? path : here, asked.popout());
    }

    /** Where a form of the button is sent. */
    public String action(String verb) {
        return AUTO_SUBMIT + "/" + verb + "?" + query;
    }

    public String logIn() {
        return "/log-in?next=" + encoded(path) + popoutToo();
    }

    public String signUp() {
        return "/sign-up?next=" + encoded(path) + popoutToo();
    }

    public String topUp() {
        return "/top-up?return_to=" + encoded(path) + popoutToo();
    }

    private String popoutToo() {
        return popout ? "&popout=1" : "";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
