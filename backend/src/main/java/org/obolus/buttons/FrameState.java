package org.obolus.buttons;

import java.util.List;
import java.util.Locale;
import org.obolus.flattrs.Count;
import org.obolus.money.Money;

/**
 * What a frame has to know to draw its button for one person; amounts in micros.
 *
 * @param each what one of the person's flattrs of this month is worth now
 * @param eachWithOneMore what each would be worth after one more
 */
record FrameState(
        String state,
        long flattrs,
        String title,
        String maker,
        int mine,
        Money each,
        Money eachWithOneMore,
        List<ShareLinks.Link> share) {

    static FrameState of(Button button, Count count) {
        var month = button.month().orElseThrow();
        return new FrameState(
                button.state().name().toLowerCase(Locale.ROOT),
                count.flattrs(),
                button.target().title().orElse(""),
                button.target().maker(),
                month.flattrs(),
                month.each(),
                month.eachWithOneMore(),
                button.share().links());
    }
}
