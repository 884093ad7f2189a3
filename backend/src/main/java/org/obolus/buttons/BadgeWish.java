package org.obolus.buttons;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.obolus.things.ThingUrl;
import org.obolus.web.UrlRefused;

/**
 * What the address of a badge asks for. What it says beside that is passed over: a picture that is there is better than
 * a broken one.
 *
 * @param url as it is written; only looked at where its flattrs are to be counted
 * @param scale how many pixels wide and high each pixel of a bitmap is, for screens that have more of them
 */
record BadgeWish(Badge.Size size, Optional<String> url, int scale) {

    private static final String ICON = "16";

    static BadgeWish of(MultivaluedMap<String, String> query) {
        var size = ICON.equals(query.getFirst("size")) ? Badge.Size.ICON : Badge.Size.WIDE;
        var isCounted = size == Badge.Size.WIDE && "1".equals(query.getFirst("count"));
        var url = Optional.ofNullable(query.getFirst("url")).orElse("");
        return new BadgeWish(size, isCounted ? Optional.of(url) : Optional.empty(), scale(query.getFirst("scale")));
    }

    /** By the name that Flattr gave it, {@code large} or {@code small}. */
    static BadgeWish ofOld(String size) {
        return new BadgeWish("small".equals(size) ? Badge.Size.ICON : Badge.Size.WIDE, Optional.empty(), 1);
    }

    boolean isCounted() {
        return url.isPresent();
    }

    /** @throws UrlRefused when nothing can be counted there */
    ThingUrl counted() {
        return ThingUrl.of(url.orElseThrow());
    }

    private static int scale(String written) {
        return "2".equals(written) ? 2 : "3".equals(written) ? 3 : 1;
    }
}
