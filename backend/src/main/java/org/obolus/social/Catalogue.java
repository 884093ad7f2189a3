package org.obolus.social;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Accounts;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.flattrs.Flattrs;
import org.obolus.things.Thing;
import org.obolus.things.ThingId;
import org.obolus.things.Things;

/** What everybody can find: listed things, and of people what they show. */
@ApplicationScoped
public class Catalogue {

    private final Transactions transactions;
    private final Accounts accounts;
    private final Things things;
    private final Flattrs flattrs;
    private final ProfileRows profiles;
    private final Activities activities;
    private final Pictures pictures;
    private final Feeds feeds;

    Catalogue(
            Transactions transactions,
            Accounts accounts,
            Things things,
            Flattrs flattrs,
            ProfileRows profiles,
            Activities activities,
            Pictures pictures,
            Feeds feeds) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.things = things;
        this.flattrs = flattrs;
        this.profiles = profiles;
        this.activities = activities;
        this.pictures = pictures;
        this.feeds = feeds;
    }

    /** Things that are listed: not hidden, not deleted, and of nobody who opted out. Finds nothing of somebody unknown. */
    public Uni<Found> search(Search search) {
        if (search.user().isEmpty()) {
            return search(search, null);
        }
        return accounts.named(search.user().get())
                .chain(user -> user.isPresent()
                        ? search(search, user.get())
                        : Uni.createFrom().item(Found.nothing(search.part())));
    }

    /** What somebody shows of themselves; fails with Unknown when there is nobody of that name. */
    public Uni<Profile> profile(String username) {
        return profiles.named(username);
    }

    /** Everything that somebody says about themselves, shown or not, for nobody else's eyes. */
    public Uni<Profile> ownProfile(AccountId me) {
        return profiles.of(me);
    }

    /** Changes what is given; what is shown of earlier flattrs follows at once. */
    public Uni<Profile> change(AccountId me, ProfileChanges changes) {
        return profiles.change(me, changes);
    }

    /** Keeps a small copy of a picture; fails with Invalid when it is none, or too large. */
    public Uni<Void> changePicture(AccountId me, byte[] picture) {
        return pictures.small(picture).chain(small -> profiles.changePicture(me, Optional.of(small)));
    }

    public Uni<Void> removePicture(AccountId me) {
        return profiles.changePicture(me, Optional.empty());
    }

    /** What somebody flattrs, the latest first; nothing unless they show it, or it is they who look. */
    public Uni<List<Activity>> given(Profile of, Optional<AccountId> viewer, Part part) {
        var isOwn = viewer.filter(of.account()::equals).isPresent();
        return isOwn || of.shows().given() ? withThings(activities.given(of.account(), isOwn, part)) : nothing();
    }

    /** Who flattrs somebody's things, by those who show what they flattr; nothing unless this person shows it. */
    public Uni<List<Activity>> received(Profile by, Optional<AccountId> viewer, Part part) {
        return by.shows().received() || viewer.filter(by.account()::equals).isPresent()
                ? withThings(activities.received(by.account(), part))
                : nothing();
    }

    /** Who flattrs a thing, by those who show what they flattr. */
    public Uni<List<Activity>> on(ThingId thing, Part part) {
        return withThings(activities.on(thing, part));
    }

    /** When a thing was last flattred, some seconds late; empty where it never was. */
    public Uni<Optional<Instant>> lastFlattr(ThingId thing) {
        return activities.last(thing);
    }

    /** The things of an account, the newest first. */
    public Uni<List<Thing>> thingsOf(AccountId owner, boolean hiddenToo, Part part) {
        return transactions
                .read(connection -> OwnThings.of(connection, owner, hiddenToo, part))
                .chain(ids -> things(ids)
                        .map(found -> ids.stream()
                                .filter(found::containsKey)
                                .map(found::get)
                                .toList()));
    }

    /** What {@link #given} or {@link #received} answered, as a feed. */
    public AtomFeed feed(Profile of, boolean isIncoming, List<Activity> activities) {
        return feeds.activityOf(of, isIncoming, activities);
    }

    /** Those of these people who show what they flattr, and may be named therefore. */
    public Uni<Map<AccountId, String>> named(SqlConnection connection, Collection<AccountId> people) {
        return profiles.showing(connection, people);
    }

    private Uni<Found> search(Search search, AccountId user) {
        return transactions
                .read(connection -> find(connection, search, new SearchStatement(search, user)))
                .chain(found -> entries(found.ids()).map(entries -> new Found(search.part(), found.total(), entries)));
    }

    private record Ids(int total, List<ThingId> ids) {}

    private static Uni<Ids> find(SqlConnection connection, Search search, SearchStatement statement) {
        return Sql.one(connection, statement.total(), statement.values(), row -> row.getInteger("total"))
                .chain(total -> total <= search.part().offset()
                        ? Uni.createFrom().item(new Ids(total, List.of()))
                        : Sql.list(
                                        connection,
                                        statement.page(),
                                        statement.values(),
                                        row -> new ThingId(row.getLong("id")))
                                .map(ids -> new Ids(total, ids)));
    }

    private Uni<List<Found.Entry>> entries(List<ThingId> ids) {
        return things(ids)
                .chain(found -> flattrs.counts(ids)
                        .map(counts -> ids.stream()
                                .filter(found::containsKey)
                                .map(id -> new Found.Entry(found.get(id), counts.get(id)))
                                .toList()));
    }

    private Uni<List<Activity>> withThings(Uni<List<Activities.Row>> read) {
        return read.chain(rows -> things(
                        rows.stream().map(Activities.Row::thing).distinct().toList())
                .map(found -> rows.stream()
                        .filter(row -> found.containsKey(row.thing()))
                        .map(row -> new Activity(row.supporter(), found.get(row.thing()), row.at()))
                        .toList()));
    }

    private Uni<Map<ThingId, Thing>> things(List<ThingId> ids) {
        return things.all(ids).map(found -> found.stream().collect(Collectors.toMap(Thing::id, Function.identity())));
    }

    private static Uni<List<Activity>> nothing() {
        return Uni.createFrom().item(List.of());
    }
}
