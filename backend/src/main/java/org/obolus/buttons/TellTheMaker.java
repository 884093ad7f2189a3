package org.obolus.buttons;

import java.util.List;
import java.util.Optional;
import org.obolus.things.Thing;

/**
 * What a supporter may post to whoever made something that nobody has claimed: we write to nobody who has not asked.
 *
 * @param text without the address
 * @param url our page of the thing, or of the person
 */
public record TellTheMaker(String text, String url) {

    /** Only for whoever has flattred it, and only while anybody may still claim it. */
    static Optional<TellTheMaker> of(Button button, String server) {
        var target = button.target();
        return button.isFlattred() && !target.isClaimed() && !target.isContested()
                ? target.thing().map(thing -> new TellTheMaker(text(target), url(target, thing, server)))
                : Optional.empty();
    }

    private static String text(Target target) {
        if (target.isOfAPerson()) {
            return "I flattr you, and what I give is waiting for you. Collect it here:";
        }
        return "I flattr " + target.title().orElse(target.site())
                + ", and what I give is waiting for whoever made it. Is that you? Claim it here:";
    }

    private static String url(Target target, Thing thing, String server) {
        return target.isOfAPerson() ? target.url().toString() : server + "/things/" + thing.id();
    }

    public String message() {
        return text + " " + url;
    }

    public List<ShareLinks.Link> links() {
        return new ShareLinks(text, url).links();
    }
}
