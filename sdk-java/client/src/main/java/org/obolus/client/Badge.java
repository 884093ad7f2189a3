package org.obolus.client;

import java.net.URI;
import java.util.Objects;

/** The button as a picture, for feeds, mails and README files: a link around an image. Immutable. */
public record Badge(URI server, Flattrable thing, boolean isCounted, boolean isIcon, boolean isBitmap) {

    private static final String TEXT = "Flattr this";

    public Badge {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(thing, "thing");
    }

    public static Badge of(URI server, Flattrable thing) {
        return new Badge(server, thing, false, false, false);
    }

    /** With the number of flattrs. */
    public Badge counted() {
        return new Badge(server, thing, true, false, isBitmap);
    }

    /** The coin alone, 16 x 16. */
    public Badge icon() {
        return new Badge(server, thing, false, true, isBitmap);
    }

    /** PNG instead of SVG, for mails; sharp on screens with twice as many pixels too. */
    public Badge bitmap() {
        return new Badge(server, thing, isCounted, isIcon, true);
    }

    /** The address of the picture. */
    public URI image() {
        var query = new Query()
                .with("count", isCounted ? 1 : null)
                .with("url", isCounted ? thing.url() : null)
                .with("size", isIcon ? 16 : null)
                .with("scale", isBitmap ? 2 : null);
        return Query.below(server, (isBitmap ? "/badge.png" : "/badge.svg") + query);
    }

    public String html() {
        var picture = new Markup("img")
                .with("src", image().toString())
                .with("width", isIcon ? "16" : "93")
                .with("height", isIcon ? "16" : "20")
                .with("alt", TEXT)
                .alone();
        return new Markup("a").with("href", target()).holding(picture);
    }

    /** Addresses are percent-encoded, so nothing in them ends a link of Markdown but brackets, which are written out. */
    public String markdown() {
        return "[![" + TEXT + "](" + plain(image().toString()) + ")](" + plain(target()) + ")";
    }

    private String target() {
        return AutoSubmitUrl.of(server, thing).toString();
    }

    private static String plain(String address) {
        return address.replace("(", "%28").replace(")", "%29");
    }
}
