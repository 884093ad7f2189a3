package org.obolus.cli.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obolus.cli.feeds.Entry;
import org.obolus.cli.feeds.Feed;
import org.obolus.cli.feeds.Links;
import org.obolus.cli.feeds.Post;

/**
 * Which entries of a feed are posts to be registered, and what is told of the others.
 *
 * @param posts by address, each once
 */
record Triage(Map<String, Post> posts, List<Told> told) {

    static Triage of(Feed feed, Wanted wanted) {
        var triage = new Triage(new LinkedHashMap<>(), new ArrayList<>());
        var sites = sites(feed);
        feed.entries().forEach(entry -> triage.take(entry, wanted.otherSites() ? Set.of() : sites));
        return triage;
    }

    private void take(Entry entry, Set<String> sites) {
        if (entry.post().isEmpty()) {
            told.add(new Told(entry.name(), Fate.REFUSED, entry.trouble()));
            return;
        }
        var post = entry.post().get();
        var url = post.url().toString();
        if (!sites.isEmpty() && !sites.contains(Links.site(post.url()))) {
            told.add(new Told(
                    url, Fate.SKIPPED, "It is on another site than the feed. --other-sites registers such posts too."));
        } else if (posts.putIfAbsent(url, post) != null) {
            told.add(new Told(url, Fate.SKIPPED, "The feed has it twice; the first counts."));
        }
    }

    /** The site that the feed is about, and the one that it is on; where nobody knows either, that of its first post. */
    private static Set<String> sites(Feed feed) {
        var named = Stream.of(feed.home(), feed.address())
                .flatMap(address -> address.stream())
                .map(Links::site)
                .collect(Collectors.toSet());
        return named.isEmpty()
                ? feed.entries().stream()
                        .flatMap(entry -> entry.post().stream())
                        .map(Post::url)
                        .map(Links::site)
                        .limit(1)
                        .collect(Collectors.toSet())
                : named;
    }
}
