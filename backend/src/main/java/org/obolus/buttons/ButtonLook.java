package org.obolus.buttons;

import java.util.Arrays;
import java.util.List;

/** The ways in which a page can carry the button, in the words of the form that offers them. */
public enum ButtonLook {
    LARGE("large", "Large, with the count above", Kind.ELEMENT),
    COMPACT("compact", "Compact, on one line", Kind.ELEMENT),
    ICON("icon", "Icon", Kind.ELEMENT),
    TEXT("text", "Text", Kind.ELEMENT),
    BADGE("badge", "Picture without a script (SVG)", Kind.BADGE),
    BITMAP("bitmap", "Picture for mails and feeds (PNG)", Kind.BADGE),
    SMALL("small", "Small picture without a count", Kind.BADGE),
    LINK("link", "Plain link", Kind.LINK);

    /** What the page needs for it. */
    public enum Kind {
        ELEMENT,
        BADGE,
        LINK
    }

    private final String id;
    private final String text;
    private final Kind kind;

    ButtonLook(String id, String text, Kind kind) {
        this.id = id;
        this.text = text;
        this.kind = kind;
    }

    /** What is not offered is the first. */
    static ButtonLook of(String id) {
        return all().stream().filter(look -> look.id.equals(id)).findFirst().orElse(LARGE);
    }

    static List<ButtonLook> all() {
        return Arrays.asList(values());
    }

    public String id() {
        return id;
    }

    public String text() {
        return text;
    }

    public Kind kind() {
        return kind;
    }

    public int width() {
        return size().width();
    }

    public int height() {
        return size().height();
    }

    private Badge.Size size() {
        return this == SMALL ? Badge.Size.ICON : Badge.Size.WIDE;
    }
}
