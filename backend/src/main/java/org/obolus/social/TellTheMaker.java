package org.obolus.social;

import java.util.List;
import java.util.Optional;
import org.obolus.buttons.Button;
import org.obolus.buttons.ShareLinks;

/**
 * What a supporter may post to whoever made something that nobody has claimed: we write to nobody who has not asked.
 *
 * @param text without the address
 * @param url our page of the thing
 */
record TellTheMaker(String text, String url) {

    /** Only for whoever has flattred it, and only while anybody may still claim it. */
    static Optional<TellTheMaker> of(Button button, String server) {
        var target = button.target();
        return button.isFlattred() && !target.isClaimed() && !target.isContested()
                ? target.thing()
                        .map(thing -> new TellTheMaker(
                                "I flattr " + target.title().orElse(target.site())
                                        + ", and what I give is waiting for whoever made"
                                        + " it. Is that you? Claim it here:",
                                server + "/things/" + thing.id()))
                : Optional.empty();
    }

    public String message() {
        return text + " " + url;
    }

    public List<ShareLinks.Link> links() {
        return new ShareLinks(text, url).links();
    }
}
