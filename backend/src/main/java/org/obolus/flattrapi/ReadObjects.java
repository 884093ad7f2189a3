package org.obolus.flattrapi;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Accounts;
import org.obolus.accounts.Scope;
import org.obolus.flattrs.Count;
import org.obolus.flattrs.Flattrs;
import org.obolus.flattrs.Subscription;
import org.obolus.flattrs.Subscriptions;
import org.obolus.problems.Unacceptable;
import org.obolus.social.Activity;
import org.obolus.social.Catalogue;
import org.obolus.social.Profile;
import org.obolus.things.Thing;
import org.obolus.things.ThingId;

/** Asks the doors for what stands in the objects of Flattr's API. */
@ApplicationScoped
class ReadObjects {

    private final ApiObjects objects;
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final Flattrs flattrs;
    private final Subscriptions subscriptions;

    ReadObjects(
            ApiObjects objects, Accounts accounts, Catalogue catalogue, Flattrs flattrs, Subscriptions subscriptions) {
        this.objects = objects;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.flattrs = flattrs;
        this.subscriptions = subscriptions;
    }

    /** The address is for those only whom it belongs to, and whom they let read it. */
    Uni<Map<String, Object>> user(Profile profile, Reading reading) {
        var user = objects.user(profile);
        var isOwn = reading.viewer().filter(profile.account()::equals).isPresent();
        var extended = reading.may(Scope.EXTENDED_READ);
        if (!isOwn || !extended && !reading.may(Scope.EMAIL)) {
            return Uni.createFrom().item(user);
        }
        return accounts.contact(profile.account()).map(contact -> {
            user.put("email", contact.email());
            if (extended) {
                user.put("registered_at", contact.registeredAt().getEpochSecond());
            }
            return user;
        });
    }

    /** Whole things, in this order. */
    Uni<List<Map<String, Object>>> things(List<Thing> things, Reading reading) {
        return counts(things)
                .chain(counts -> owners(things, reading.full())
                        .chain(owners -> each(things, thing -> thing(thing, counts, owners, reading))));
    }

    /** Flattrs with their things: mini ones that name their owner, or whole ones. */
    Uni<List<Map<String, Object>>> flattrs(List<Activity> activities, Reading reading) {
        var things = activities.stream().map(Activity::thing).distinct().toList();
        var supporters = activities.stream().map(Activity::supporter).distinct().toList();
        return nested(things, reading)
                .chain(told -> users(supporters, reading.full())
                        .map(users -> activities.stream()
                                .map(one -> objects.flattr(
                                        told.get(one.thing().id()), users.get(one.supporter()), one.at()))
                                .toList()));
    }

    Uni<List<Map<String, Object>>> subscriptions(List<Subscription> running, List<Thing> things, Reading reading) {
        return nested(things, reading)
                .map(told -> running.stream()
                        .filter(one -> told.containsKey(one.thing()))
                        .map(one -> objects.subscription(one, told.get(one.thing())))
                        .toList());
    }

    Uni<Map<String, Object>> miniThing(Thing thing) {
        return flattrs.countNow(thing.id()).map(count -> objects.miniThing(thing, count));
    }

    private Uni<Map<ThingId, Map<String, Object>>> nested(List<Thing> things, Reading reading) {
        if (reading.full()) {
            return things(things, reading).map(told -> byId(things, told));
        }
        return counts(things)
                .map(counts -> things.stream().collect(Collectors.toMap(Thing::id, thing -> {
                    var mini = objects.miniThing(thing, counts.get(thing.id()));
                    mini.put(
                            "owner",
                            ApiObjects.ownerOf(thing).map(objects::miniUser).orElse(null));
                    return mini;
                })));
    }

    private static Map<ThingId, Map<String, Object>> byId(List<Thing> things, List<Map<String, Object>> told) {
        return java.util.stream.IntStream.range(0, things.size())
                .boxed()
                .collect(Collectors.toMap(i -> things.get(i).id(), told::get));
    }

    private Uni<Map<String, Object>> thing(
            Thing thing, Map<ThingId, Count> counts, Map<String, Map<String, Object>> owners, Reading reading) {
        var owner = ApiObjects.ownerOf(thing).map(owners::get).orElse(null);
        var whole = objects.thing(thing, counts.get(thing.id()), owner);
        return reading.viewer()
                .map(viewer -> seenBy(viewer, thing, whole))
                .orElseGet(() -> Uni.createFrom().item(whole));
    }

    private Uni<Map<String, Object>> seenBy(AccountId viewer, Thing thing, Map<String, Object> whole) {
        return flattrs.standing(viewer, thing.id())
                .invoke(standing -> whole.put("flattred", standing.flattredAt().isPresent()))
                .chain(() -> subscriptions.of(viewer, thing.id()))
                .invoke(running -> whole.put("subscribed", running.isPresent()))
                .chain(() -> thing.belongsTo(viewer)
                        ? seenByOwner(thing, whole)
                        : Uni.createFrom().item(whole));
    }

    private Uni<Map<String, Object>> seenByOwner(Thing thing, Map<String, Object> whole) {
        return catalogue.lastFlattr(thing.id()).map(last -> {
            whole.put("last_flattr_at", last.map(at -> at.getEpochSecond()).orElse(null));
            whole.put("updated_at", thing.updatedAt().getEpochSecond());
            return whole;
        });
    }

    private Uni<Map<ThingId, Count>> counts(List<Thing> things) {
        return flattrs.counts(things.stream().map(Thing::id).toList());
    }

    private Uni<Map<String, Map<String, Object>>> owners(List<Thing> things, boolean full) {
        return users(
                things.stream()
                        .map(ApiObjects::ownerOf)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                full);
    }

    private Uni<Map<String, Map<String, Object>>> users(Collection<String> usernames, boolean full) {
        return each(usernames, name -> full ? whole(name) : Uni.createFrom().item(objects.miniUser(name)))
                .map(users -> users.stream()
                        .collect(Collectors.toMap(user -> (String) user.get("username"), Function.identity())));
    }

    private Uni<Map<String, Object>> whole(String username) {
        return catalogue
                .profile(username)
                .map(objects::user)
                .onFailure(Unacceptable.Unknown.class)
                .recoverWithItem(() -> objects.miniUser(username));
    }

    private static <S, T> Uni<List<T>> each(Collection<S> all, Function<S, Uni<T>> read) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(read::apply)
                .collect()
                .asList();
    }
}
