package org.obolus.client;

import java.net.URI;
import java.util.Objects;

/** The element by which feed readers and browsers find out that a page, a feed or an entry can be flattred. */
public record PaymentLink(AutoSubmitUrl target) {

    public PaymentLink {
        Objects.requireNonNull(target, "target");
    }

    public static PaymentLink of(URI server, Flattrable thing) {
        return new PaymentLink(AutoSubmitUrl.of(server, thing));
    }

    /** For the head of an HTML page. */
    public String html() {
        return "<link" + attributes() + ">";
    }

    /** For an Atom feed or entry. */
    public String atom() {
        return "<link" + attributes() + "/>";
    }

    /** For an RSS channel or item that binds the prefix {@code atom} to the Atom namespace. */
    public String rss() {
        return "<atom:link" + attributes() + "/>";
    }

    private String attributes() {
        return " rel=\"payment\" type=\"text/html\" href=\"" + Markup.escaped(target.toString()) + "\"";
    }
}
