package org.obolus.identities;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.obolus.problems.Problem;
import org.obolus.web.OwnPaths;
import org.obolus.web.Relations;
import org.obolus.web.WebUrl;

/** Links by which a page says that it is the same person's as a profile here ({@code rel=me}). */
public record ProfileLinks(OwnPaths own) {

    private static final Pattern PROFILE = Pattern.compile("/(?:people|profile)/([^/]+)/?");
    private static final String LINKS = "a[href], link[href]";

    /** @param url the address by which people reach this server */
    public static ProfileLinks below(String url) {
        return new ProfileLinks(OwnPaths.below(url));
    }

    /** The usernames that this part of a page is linked to; what software marks as written by visitors says nothing. */
    public Stream<String> usernames(Element part, WebUrl base) {
        return part.select(LINKS).stream()
                .filter(link -> isMe(Relations.of(link.attr("rel"))))
                .flatMap(link -> address(link.attr("href"), base).stream())
                .flatMap(address -> username(address).stream());
    }

    private Optional<String> username(WebUrl address) {
        return own.of(address)
                .map(PROFILE::matcher)
                .filter(match -> match.matches())
                .map(match -> match.group(1));
    }

    private static boolean isMe(Relations relations) {
        return relations.has("me") && !relations.areOfAVisitor();
    }

    /** Where a link on a page leads; empty where it is none that a browser would follow. */
    public static Optional<WebUrl> address(String written, WebUrl base) {
        try {
            return written.isBlank() ? Optional.empty() : Optional.of(base.resolve(written));
        } catch (Problem unreadable) {
            return Optional.empty();
        }
    }
}
