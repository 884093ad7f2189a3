package org.obolus.examples;

import java.net.URI;
import org.obolus.client.Flattr;
import org.obolus.client.ObolusClient;
import org.obolus.client.ObolusException;

/** Flattrs a page, and says how it went. */
public final class FirstMinute {

    private FirstMinute() {}

    /** Takes the address of a page; server and token stand in the environment. */
    public static void main(String[] arguments) {
        var page = URI.create(arguments[0]);
        // snippet: connect
        var client = ObolusClient.fromEnv(); // OBOLUS_URL and OBOLUS_TOKEN
        // end
        System.out.println(say(client, page));
    }

    /** What is known of the page, and the flattr. */
    public static Flattr give(ObolusClient client, URI page) {
        // snippet: give
        client.things().at(page).flatMap(thing -> thing.title()).ifPresent(System.out::println);
        var flattr = client.flattrs().give(page);
        System.out.println("Flattred in " + flattr.month() + ".");
        // end
        return flattr;
    }

    /** The sentence for the person who clicked. */
    public static String say(ObolusClient client, URI page) {
        // snippet: refusals
        try {
            client.flattrs().give(page);
            return "Thank you.";
        } catch (ObolusException.Refused refused) {
            if (refused.problem().is("flattr_once")) {
                return "You did that this month already.";
            }
            return refused.problem().detail(); // a sentence that a person can act on
        } catch (ObolusException.Unreachable lost) {
            return "The server does not answer. Try again later.";
        }
        // end
    }
}
