package org.obolus.flattrapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.flattrs.Count;
import org.obolus.flattrs.Subscription;
import org.obolus.social.Profile;
import org.obolus.things.Language;
import org.obolus.things.Thing;
import org.obolus.things.ThingId;

/** The objects of Flattr's API, field by field; what we do not know is empty, for its clients expect it. */
@ApplicationScoped
class ApiObjects {

    private static final String USUAL_LANGUAGE = "en_GB";

    private final String server;

    ApiObjects(@ConfigProperty(name = "obolus.url") String server) {
        this.server = server.replaceAll("/+$", "");
    }

    String resourceOf(ThingId thing) {
        return server + Addressing.BASE + "/things/" + thing;
    }

    String linkOf(ThingId thing) {
        return server + "/things/" + thing;
    }

    Map<String, Object> miniUser(String username) {
        var user = new LinkedHashMap<String, Object>();
        user.put("type", "user");
        user.put("resource", server + Addressing.BASE + "/users/" + username);
        user.put("link", server + "/people/" + username);
        user.put("username", username);
        return user;
    }

    Map<String, Object> user(Profile profile) {
        var user = miniUser(profile.username());
        var words = profile.words();
        user.put("url", words.url());
        user.put("firstname", words.firstName());
        user.put("lastname", words.lastName());
        user.put(
                "avatar",
                profile.picture().isEmpty()
                        ? ""
                        : server + "/people/" + profile.username() + "/picture.png?size=48&v=" + profile.picture());
        user.put("about", words.about());
        user.put("city", words.city());
        user.put("country", words.country());
        return user;
    }

    Map<String, Object> miniThing(Thing thing, Count count) {
        var mini = new LinkedHashMap<String, Object>();
        mini.put("type", "thing");
        mini.put("resource", resourceOf(thing.id()));
        mini.put("link", linkOf(thing.id()));
        mini.put("id", thing.id().value());
        mini.put("url", thing.url().toString());
        mini.put("title", thing.name());
        mini.put("image", "");
        mini.put("flattrs", count.flattrs());
        return mini;
    }

    /** @param owner as it is to be shown, or null while nobody has claimed the thing */
    Map<String, Object> thing(Thing thing, Count count, Map<String, Object> owner) {
        var whole = miniThing(thing, count);
        var texts = thing.texts();
        whole.put("flattrs_user_count", count.supporters());
        whole.put("description", texts.description().orElse(""));
        whole.put("tags", texts.tags());
        whole.put("language", texts.language().map(Language::id).orElse(USUAL_LANGUAGE));
        whole.put("category", texts.category().toString());
        whole.put("created_at", thing.createdAt().getEpochSecond());
        whole.put("owner", owner);
        whole.put("hidden", thing.hidden());
        return whole;
    }

    Map<String, Object> flattr(Map<String, Object> thing, Map<String, Object> owner, Instant at) {
        var flattr = new LinkedHashMap<String, Object>();
        flattr.put("type", "flattr");
        flattr.put("thing", thing);
        flattr.put("owner", owner);
        flattr.put("created_at", at.getEpochSecond());
        return flattr;
    }

    Map<String, Object> subscription(Subscription subscription, Map<String, Object> thing) {
        var made = subscription.madeAt().getEpochSecond();
        var whole = new LinkedHashMap<String, Object>();
        whole.put("type", "subscription");
        whole.put("active", subscription.pausedAt().isEmpty());
        whole.put("created_at", made);
        whole.put("started_at", made);
        whole.put("thing", thing);
        return whole;
    }

    Map<String, Object> submitted(ThingId thing, String description) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", thing.value());
        answer.put("link", linkOf(thing));
        answer.put("message", "ok");
        answer.put("description", description);
        return answer;
    }

    static Optional<String> ownerOf(Thing thing) {
        return thing.receiver();
    }

    static Map<String, Object> ok(String description) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("message", "ok");
        answer.put("description", description);
        return answer;
    }
}
