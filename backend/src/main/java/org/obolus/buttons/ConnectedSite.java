package org.obolus.buttons;

import java.time.Instant;
import java.util.List;
import org.obolus.things.Thing;

/**
 * A site on which one click on the button is enough for somebody, and what they flattred there last.
 *
 * @param since the real time at which they first allowed it
 */
public record ConnectedSite(String site, Instant since, List<Last> last) {

    /** A flattr that was given by the button there; it may have been taken back since. */
    public record Last(Thing thing, Instant at) {

        public String title() {
            return thing.texts().title().orElse(thing.url().toString());
        }
    }
}
