package org.obolus.social;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.things.Thing;

/** Makes feeds of what the catalogue finds and people show; every entry says where it can be flattred. */
@ApplicationScoped
class Feeds {

    private final String server;
    private final String tag;

    Feeds(@ConfigProperty(name = "obolus.url") String server) {
        this.server = server.replaceAll("/+$", "");
        this.tag = "tag:" + URI.create(server).getHost() + ",2026:";
    }

    AtomFeed of(SearchForm asked, Found found) {
        return things("Catalogue", asked.feed(), asked.page(1), found);
    }

    AtomFeed thingsOf(Profile maker, Found found) {
        var page = "/people/" + maker.username();
        return things("Things of " + maker.displayName(), page + "/things.atom", page, found);
    }

    AtomFeed activityOf(Profile person, boolean isIncoming, List<Activity> activities) {
        var page = "/people/" + person.username();
        var title = isIncoming ? "Flattrs for " + person.displayName() : "What " + person.displayName() + " flattrs";
        var self = page + "/activity.atom" + (isIncoming ? "?type=incoming" : "");
        return feed(title, self, page, activities.stream().map(this::entry).toList());
    }

    private AtomFeed things(String title, String self, String page, Found found) {
        var entries = found.entries().stream()
                .map(Found.Entry::thing)
                .map(this::entry)
                .toList();
        return feed(title, self, page, entries);
    }

    private AtomFeed feed(String title, String self, String page, List<AtomFeed.Entry> entries) {
        var updated = entries.stream()
                .map(AtomFeed.Entry::updated)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return new AtomFeed(server + self, title + " · Obolus", server + self, server + page, updated, entries);
    }

    private AtomFeed.Entry entry(Thing thing) {
        var id = tag + "thing:" + thing.id();
        return entry(thing, id, thing.name(), thing.maker(), thing.updatedAt());
    }

    private AtomFeed.Entry entry(Activity activity) {
        var thing = activity.thing();
        var id = tag + "flattr:" + activity.supporter() + ":" + thing.id() + ":"
                + activity.at().getEpochSecond();
        var title = activity.supporter() + " flattred \"" + thing.name() + "\"";
        return entry(thing, id, title, activity.supporter(), activity.at());
    }

    private AtomFeed.Entry entry(Thing thing, String id, String title, String author, Instant at) {
        var payment =
                server + "/submit/auto?url=" + URLEncoder.encode(thing.url().toString(), UTF_8);
        return new AtomFeed.Entry(
                id,
                title,
                thing.name(),
                server + "/things/" + thing.id(),
                payment,
                author,
                thing.texts().description().orElse(""),
                at);
    }
}
