package org.obolus.buttons;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.regex.Pattern;
import org.obolus.identities.PersonRefused;
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

    /** Pages of ours on which a button can stand, so that its forms may lead back there. */
    private static final Pattern WITH_A_BUTTON =
            Pattern.compile("/things/\\d{1,18}|/on/[^?#\\s\\\\]{1,600}|/dashboard/flattr\\?of=[^#\\s\\\\]{1,2000}");

    public static Place ofThing(Thing thing) {
        return new Place("url=" + encoded(thing.url().toString()), THINGS + thing.id(), false);
    }

    /** For what is not shown on a page of ours. */
    static Place ofPage(ThingUrl url) {
        var query = "url=" + encoded(url.toString());
        return new Place(query, AUTO_SUBMIT + "?" + query, false);
    }

    /** For whoever has to log in first, before it can be said whom they mean. */
    static Place of(PersonRefused.ByMailOfAStranger stranger, boolean popout) {
        var query = "owner=" + encoded(stranger.sealed()) + (popout ? "&popout=1" : "");
        return new Place(query, AUTO_SUBMIT + "?" + query, popout);
    }

    /** On a page of ours that shows what is at an address. */
    public static Place on(String path, ThingUrl url) {
        return new Place("url=" + encoded(url.toString()), path, false);
    }

    /** Of a request that came from a page of ours with a button, or else from the auto-submit page itself. */
    static Place of(Submission asked, String path) {
        var isOnAPage = path != null && WITH_A_BUTTON.matcher(path).matches();
        var here = AUTO_SUBMIT + "?" + asked.query();
        return new Place(asked.query(), isOnAPage ? path : here, asked.popout());
    }

    /** The same place for what was found at its address: that very thing is meant from here on, whoever takes the name. */
    Place of(ThingUrl found) {
        return new Place("url=" + encoded(found.toString()) + (popout ? "&popout=1" : ""), path, popout);
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
