package org.obolus.cli.sync;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.obolus.cli.endings.Progress;
import org.obolus.cli.feeds.Feed;
import org.obolus.cli.feeds.Post;
import org.obolus.client.ObolusClient;

/** Makes a server know the posts of a feed, and sends only what it does not know yet. */
public final class Sync {

    private final ObolusClient client;
    private final Supplier<String> username;
    private final Progress progress;

    /** @param username whose things they become; asked for only when something is sent */
    public Sync(ObolusClient client, Supplier<String> username, Progress progress) {
        this.client = client;
        this.username = username;
        this.progress = progress;
    }

    /**
     * Registers what is new or changed since the last time.
     *
     * @param file where it is kept what was sent, of this feed alone
     * @param who is known to the server by the token, in any words that stay the same
     * @throws org.obolus.cli.endings.Stopped when the file cannot be used
     * @throws org.obolus.client.ObolusException when the server cannot; what it answered before is kept
     */
    public Report run(Feed feed, Wanted wanted, Path file, String who) {
        var triage = Triage.of(feed, wanted);
        try (var remembered = Remembered.in(file, client.server() + " " + who)) {
            var told = new ArrayList<>(triage.told());
            var due = due(triage, wanted, remembered, told);
            told.addAll(wanted.onlyTold() ? onlyTold(due) : registered(due, wanted, remembered));
            var gone = remembered.addresses().stream()
                    .filter(url -> !triage.posts().containsKey(url))
                    .sorted()
                    .toList();
            return new Report(told, gone, removed(gone, triage, wanted, remembered), remembered.by());
        }
    }

    /** Addresses of the posts that have a payment link: all that would be registered. */
    public static Set<URI> linked(Feed feed, Wanted wanted) {
        var urls = new java.util.LinkedHashSet<URI>();
        Triage.of(feed, wanted).posts().values().forEach(post -> urls.add(post.url()));
        return urls;
    }

    private static List<Post> due(Triage triage, Wanted wanted, Remembered remembered, List<Told> told) {
        var due = new ArrayList<Post>();
        triage.posts().forEach((url, post) -> {
            if (remembered.knows(url, Print.of(post, wanted))) {
                told.add(new Told(url, Fate.NOT_SENT, ""));
            } else {
                due.add(post);
            }
        });
        return due;
    }

    private static List<Told> onlyTold(List<Post> due) {
        return due.stream()
                .map(post -> new Told(post.url().toString(), Fate.DUE, ""))
                .toList();
    }

    private List<Told> registered(List<Post> due, Wanted wanted, Remembered remembered) {
        return new Registering(client, username, remembered, wanted, progress).all(due);
    }

    /** A feed without any post is taken for broken rather than for the end of a blog. */
    private List<String> removed(List<String> gone, Triage triage, Wanted wanted, Remembered remembered) {
        if (!wanted.removing() || wanted.onlyTold() || triage.posts().isEmpty()) {
            return List.of();
        }
        for (var nth = 0; nth < gone.size(); nth++) {
            client.things()
                    .at(URI.create(gone.get(nth)))
                    .ifPresent(thing -> client.things().delete(thing.id()));
            remembered.forget(gone.get(nth));
            progress.at("removing", nth + 1, gone.size());
        }
        return gone;
    }
}
