package org.obolus.things;

import com.fasterxml.jackson.annotation.JsonValue;
import org.obolus.identities.SiteHost;
import org.obolus.problems.Unacceptable;
import org.obolus.web.UrlRefused;
import org.obolus.web.WebUrl;

/** The address of a thing; every part of it counts, query and fragment too. */
public record ThingUrl(WebUrl page) {

    /**
     * Reads what people write and paste.
     *
     * @throws UrlRefused when it cannot be a thing's address
     */
    public static ThingUrl of(String written) {
        if (written == null) {
            throw new Unacceptable.Invalid("url", "Name the address of the page in the field url.");
        }
        return new ThingUrl(WebUrl.of(written));
    }

    /** The same for http and https: what makes two addresses one thing. */
    public String key() {
        return page.key();
    }

    public SiteHost site() {
        return SiteHost.of(page);
    }

    @JsonValue
    @Override
    public String toString() {
        return page.toString();
    }
}
