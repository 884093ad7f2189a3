package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.accounts.AccountId;
import org.obolus.social.AtomFeed;
import org.obolus.social.Catalogue;
import org.obolus.social.Part;
import org.obolus.social.Profile;

/** What a person flattrs, or who flattrs their things, as an activity stream (Activity Streams 1.0) or in Atom. */
@ApplicationScoped
class ActivityAnswers {

    private final Catalogue catalogue;
    private final String server;

    ActivityAnswers(Catalogue catalogue, @ConfigProperty(name = "obolus.url") String server) {
        this.catalogue = catalogue;
        this.server = server.replaceAll("/+$", "");
    }

    Uni<Response> of(Profile person, Optional<AccountId> viewer, String type, Part part, RoutingContext request) {
        var format = Addressing.wish(request, Format.JSON, Format.AS, Format.ATOM);
        var isIncoming = isIncoming(type);
        var read = isIncoming ? catalogue.received(person, viewer, part) : catalogue.given(person, viewer, part);
        return read.map(activities -> catalogue.feed(person, isIncoming, activities))
                .map(feed -> format == Format.ATOM ? feed.xml() : Map.of("items", stream(feed)))
                .map(body -> Response.ok(body).type(format.type()).build());
    }

    private List<Map<String, Object>> stream(AtomFeed feed) {
        return feed.entries().stream().map(this::item).toList();
    }

    private Map<String, Object> item(AtomFeed.Entry entry) {
        var item = new LinkedHashMap<String, Object>();
        item.put("published", entry.updated().toString());
        item.put("title", entry.title());
        item.put("actor", object(entry.author(), server + "/people/" + entry.author(), "person"));
        item.put("verb", "like");
        item.put("object", object(entry.name(), entry.link(), "bookmark"));
        item.put("id", entry.id());
        return item;
    }

    private static Map<String, Object> object(String name, String url, String type) {
        var object = new LinkedHashMap<String, Object>();
        object.put("displayName", name);
        object.put("url", url);
        object.put("objectType", type);
        return object;
    }

    private static boolean isIncoming(String type) {
        if (type == null || "outgoing".equals(type)) {
            return false;
        }
        if ("incoming".equals(type)) {
            return true;
        }
        throw new CallRefused.WrongParameter("type", "The type is outgoing or incoming.");
    }
}
