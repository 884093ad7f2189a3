package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Accounts;
import org.obolus.database.Transactions;
import org.obolus.identities.Found.Somebody;
import org.obolus.identities.Identities;
import org.obolus.identities.Identity;
import org.obolus.identities.IdentityName;
import org.obolus.identities.PersonRefused;
import org.obolus.social.Catalogue;
import org.obolus.social.Found;
import org.obolus.social.Search;
import org.obolus.things.Meant;
import org.obolus.things.Thing;
import org.obolus.things.ThingId;
import org.obolus.things.ThingRefused;
import org.obolus.things.Things;

/** Finds things by id, address and search, as Flattr's API asks for them. */
@ApplicationScoped
class ReadThings {

    private static final int MOST = 100;
    private static final int FOUND = 302;
    private static final int NOT_FOUND = 404;
    private static final String NOTHING = "No thing was found at this URL";

    private final Things things;
    private final Offered offered;
    private final Catalogue catalogue;
    private final Identities identities;
    private final Accounts accounts;
    private final Transactions transactions;
    private final ReadObjects objects;
    private final ApiObjects shapes;

    ReadThings(
            Things things,
            Offered offered,
            Catalogue catalogue,
            Identities identities,
            Accounts accounts,
            Transactions transactions,
            ReadObjects objects,
            ApiObjects shapes) {
        this.things = things;
        this.offered = offered;
        this.catalogue = catalogue;
        this.identities = identities;
        this.accounts = accounts;
        this.transactions = transactions;
        this.objects = objects;
        this.shapes = shapes;
    }

    /** What is no number names no thing. */
    static ThingId id(String written) {
        return new ThingId(written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0);
    }

    /** Fails with {@link ThingRefused.NotKnown}. */
    Uni<Thing> one(String written) {
        var id = id(written);
        return things.find(id)
                .map(found ->
                        found.filter(thing -> !thing.isDeleted()).orElseThrow(() -> new ThingRefused.NotKnown(id)));
    }

    /** One thing, or the list of those that there are of several, in the order asked for. */
    Uni<Object> some(String ids, Reading reading) {
        if (!ids.contains(",")) {
            return one(ids).chain(thing -> objects.things(List.of(thing), reading))
                    .map(told -> told.get(0));
        }
        var asked = Arrays.stream(ids.split(","))
                .map(ReadThings::id)
                .distinct()
                .limit(MOST)
                .toList();
        return things.all(asked)
                .map(found -> found.stream()
                        .filter(thing -> !thing.isDeleted())
                        .sorted((one, other) -> asked.indexOf(one.id()) - asked.indexOf(other.id()))
                        .toList())
                .chain(found -> objects.things(found, reading))
                .map(told -> (Object) told);
    }

    Uni<Map<String, Object>> search(UriInfo asked, Reading reading) {
        var query = asked.getQueryParameters();
        var search = Search.of(new Search.Written(
                query.getFirst("query"),
                query.getFirst("tags"),
                query.getFirst("url"),
                query.getFirst("language"),
                query.getFirst("category"),
                query.getFirst("user"),
                query.getFirst("sort"),
                query.getFirst("page"),
                query.getFirst("count")));
        return catalogue
                .search(search)
                .chain(found -> objects.things(
                                found.entries().stream().map(Found.Entry::thing).toList(), reading)
                        .map(told -> page(found, told)));
    }

    /**
     * Where the thing at an address is, or whether it could be flattred. For a stranger somebody's profile on another
     * platform is whoever was seen last under that name; for everybody else the platform is asked. Fails with {@link
     * PersonRefused}, or as a visit does, where it says nothing: what belongs to its people is not said to be its site's.
     */
    Uni<Response> lookUp(Optional<AccountId> visitor, String url, RoutingContext request) {
        if (url == null || url.isBlank()) {
            throw new CallRefused.WrongParameter("url", "The parameter url is missing.");
        }
        var meant = offered.by(url);
        return things.person(visitor, meant.url())
                .chain(person -> things.find(person.map(things::addressOf).orElse(meant.url()))
                        .map(found -> found.filter(thing -> !thing.isDeleted()))
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(found(found.get(), request))
                                : isFlattrable(meant, person).map(known -> notFound(known, request))))
                .onFailure(ReadThings::isOfNobody)
                .recoverWithItem(() -> notFound(false, request));
    }

    private static boolean isOfNobody(Throwable refused) {
        return refused instanceof PersonRefused.NoSuchPerson
                || refused instanceof PersonRefused.NoSuchPlatform
                || refused instanceof PersonRefused.NoSuchAddressee
                || refused instanceof PersonRefused.NotMetYet;
    }

    private Uni<Boolean> isFlattrable(Meant meant, Optional<Somebody> person) {
        return person.map(there -> Uni.createFrom().item(!there.identity().isOptedOut()))
                .orElseGet(() -> hasAnOwner(meant));
    }

    private Response found(Thing thing, RoutingContext request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("message", "found");
        body.put("location", shapes.resourceOf(thing.id()));
        var answer = Json.answer(request, FOUND, body);
        return Response.fromResponse(answer)
                .header(HttpHeaders.LOCATION, shapes.resourceOf(thing.id()))
                .build();
    }

    private static Response notFound(boolean isFlattrable, RoutingContext request) {
        return isFlattrable
                ? Json.answer(request, Map.of("message", "flattrable"))
                : Json.answer(
                        request,
                        NOT_FOUND,
                        Map.of(
                                "message",
                                "not_found",
                                "description",
                                NOTHING,
                                // As everywhere else; old libraries look for these too.
                                "error",
                                "not_found",
                                "error_description",
                                NOTHING));
    }

    private Uni<Boolean> hasAnOwner(Meant meant) {
        return transactions
                .read(connection ->
                        identities.find(connection, IdentityName.of(meant.url().site())))
                .map(site -> site.filter(found -> !found.isOptedOut()).flatMap(Identity::owner))
                .chain(owner -> owner.isPresent() || meant.username().isEmpty()
                        ? Uni.createFrom().item(owner.isPresent())
                        : accounts.named(meant.username().get()).map(Optional::isPresent));
    }

    private static Map<String, Object> page(Found found, List<Map<String, Object>> told) {
        var page = new LinkedHashMap<String, Object>();
        page.put("total_items", found.total());
        page.put("items", told.size());
        page.put("page", found.part().page());
        page.put("things", told);
        return page;
    }
}
