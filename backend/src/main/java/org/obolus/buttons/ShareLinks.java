package org.obolus.buttons;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

/** Ways to tell others about a page: plain links, so that no other site learns of it until one is followed. */
public record ShareLinks(String title, String url) {

    /** One way. */
    public record Link(String name, String address) {}

    public List<Link> links() {
        var both = title.isEmpty() ? encoded(url) : encoded(title + " " + url);
        return List.of(
                new Link("E-mail", "mailto:?subject=" + encoded(title.isEmpty() ? url : title) + "&body=" + both),
                new Link("Mastodon", "https://share.joinmastodon.org/#text=" + both),
                new Link("Bluesky", "https://bsky.app/intent/compose?text=" + both),
                new Link("Facebook", "https://www.facebook.com/sharer/sharer.php?u=" + encoded(url)));
    }

    /** Mail programs do not read a plus as a space. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
