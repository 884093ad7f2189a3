package org.obolus.buttons;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.SiteGrants;
import org.obolus.calendar.Calendar;
import org.obolus.calendar.Month;
import org.obolus.database.Transactions;
import org.obolus.flattrs.Count;
import org.obolus.flattrs.Flattr;
import org.obolus.flattrs.FlattrRefused;
import org.obolus.flattrs.Flattrs;
import org.obolus.flattrs.Giver;
import org.obolus.flattrs.Standing;
import org.obolus.identities.Found;
import org.obolus.identities.Identities;
import org.obolus.problems.Problem;
import org.obolus.settlement.Settlement;
import org.obolus.things.Offered;
import org.obolus.things.Thing;
import org.obolus.things.ThingId;
import org.obolus.things.ThingUrl;
import org.obolus.things.Things;

/** The button of a thing, wherever one of our own pages shows it. */
@ApplicationScoped
public class Buttons {

    private static final Count NEVER = new Count(new ThingId(0), 0, 0);

    private final Transactions transactions;
    private final Identities identities;
    private final Things things;
    private final Flattrs flattrs;
    private final Settlement settlement;
    private final Calendar calendar;
    private final ConnectedSites connectedSites;
    private final SiteGrants siteGrants;
    private final String server;

    Buttons(
            Transactions transactions,
            Identities identities,
            Things things,
            Flattrs flattrs,
            Settlement settlement,
            Calendar calendar,
            ConnectedSites connectedSites,
            SiteGrants siteGrants,
            @ConfigProperty(name = "obolus.url") String server) {
        this.transactions = transactions;
        this.identities = identities;
        this.things = things;
        this.flattrs = flattrs;
        this.settlement = settlement;
        this.calendar = calendar;
        this.connectedSites = connectedSites;
        this.siteGrants = siteGrants;
        this.server = server.replaceFirst("/+$", "");
    }

    /** The sites on which one click on the button is enough for somebody, by name. */
    public Uni<List<ConnectedSite>> connectedSites(AccountId account) {
        return connectedSites.of(account);
    }

    /** Ends that, at once and in every browser; does nothing when it is done. */
    public Uni<Void> disconnect(AccountId account, SiteOrigin site) {
        return siteGrants.end(account, site.value());
    }

    /** The button of a target for its viewer, who may be nobody in particular. */
    public Uni<Button> of(Optional<AccountId> viewer, Target target, Place place) {
        return viewer.isPresent() ? forViewer(viewer.get(), target, place) : forAStranger(target, place);
    }

    /**
     * What an address stands for; it need not be a thing yet. Somebody's profile on another platform stands for them; for a
     * stranger that is whoever was seen last under that name.
     */
    public Uni<Target> target(Optional<AccountId> viewer, ThingUrl url) {
        return things.person(viewer, url)
                .chain(somebody -> somebody.isPresent() ? target(somebody.get()) : targetAt(url));
    }

    /** Somebody who is made a thing by their first flattr. */
    public Uni<Target> target(Found.Somebody somebody) {
        var url = things.addressOf(somebody);
        return things.find(url).map(thing -> Target.of(url, somebody, thing));
    }

    /** A thing, with whom it is about where that is a person. */
    public Uni<Target> target(Thing thing) {
        return thing.isOfAPerson()
                ? things.person(Optional.empty(), thing.url())
                        .map(somebody -> somebody.map(there -> Target.of(thing.url(), there, Optional.of(thing)))
                                .orElseGet(() -> Target.of(thing.url(), thing)))
                        .onFailure(Problem.class)
                        .recoverWithItem(() -> Target.of(thing.url(), thing))
                : Uni.createFrom().item(Target.of(thing.url(), thing));
    }

    /** What somebody looked for; of a page that nobody has met yet it is looked up whose it would be. */
    public Uni<Target> target(AccountId viewer, Found found) {
        return found instanceof Found.Somebody somebody
                ? target(somebody)
                : target(Optional.of(viewer), new ThingUrl(((Found.Page) found).url()))
                        .chain(target -> target.thing().isPresent() || target.isOfAPerson()
                                ? Uni.createFrom().item(target)
                                : things.foresee(viewer, target.url()).map(target::of));
    }

    /** Somebody with their page here, by what another site calls them; empty where that names nobody. */
    Uni<Optional<Offered>> offered(Optional<AccountId> viewer, String owner) {
        return things.offered(viewer, owner);
    }

    private Uni<Target> targetAt(ThingUrl url) {
        return things.find(url)
                .chain(found ->
                        found.isPresent() ? Uni.createFrom().item(Target.of(url, found.get())) : unregistered(url));
    }

    /** Flattrs what is at an address; a page that nobody met before becomes a thing first, of whomever it names. */
    Uni<Flattr> give(AccountId supporter, ThingUrl url) {
        return flattrs.give(Giver.of(supporter), url, Optional.empty());
    }

    /** As {@link #give}, as soon as there are means for it. */
    Uni<Void> giveOnceThereAreMeans(AccountId supporter, ThingUrl url) {
        return things.discover(supporter, url).chain(thing -> flattrs.giveOnceThereAreMeans(supporter, thing));
    }

    /** Takes back what was flattred at an address; does nothing when that is done. */
    Uni<Void> takeBack(AccountId supporter, ThingUrl url) {
        return target(Optional.of(supporter), url)
                .chain(target -> target.thing()
                        .map(thing -> flattrs.takeBack(supporter, thing.id()))
                        .orElse(Uni.createFrom().voidItem()))
                .onFailure(FlattrRefused.NotFlattred.class)
                .recoverWithNull();
    }

    /** What whoever has flattred it may post to whoever made it. */
    public Optional<TellTheMaker> tell(Button button) {
        return TellTheMaker.of(button, server);
    }

    /** How often a button's thing was flattred; exact for whoever may just have done so. */
    public Uni<Count> count(Button button) {
        return button.target()
                .thing()
                .map(Thing::id)
                .map(thing -> button.month().isPresent() ? flattrs.countNow(thing) : flattrs.count(thing))
                .orElse(Uni.createFrom().item(NEVER));
    }

    /** How often what is at an address was flattred, be it a thing yet or not; at most a second old. */
    Uni<Long> flattrs(ThingUrl url) {
        return things.known(List.of(url))
                .chain(known -> known.containsKey(url.key())
                        ? flattrs.count(known.get(url.key()))
                        : Uni.createFrom().item(NEVER))
                .map(Count::flattrs);
    }

    private Uni<Target> unregistered(ThingUrl url) {
        return transactions
                .read(connection -> identities.ofPage(connection, url.site(), url.key()))
                .map(owner -> Target.unregistered(url, owner));
    }

    private Uni<Button> forViewer(AccountId viewer, Target target, Place place) {
        return flattrs.openMonth(viewer)
                .chain(month -> standing(viewer, target)
                        .map(standing -> Button.of(
                                viewer, target, place, month, standing, settlement.heldUntil(month.month()))));
    }

    private Uni<Button> forAStranger(Target target, Place place) {
        return calendar.now().map(now -> Button.forAStranger(target, place, settlement.heldUntil(Month.at(now))));
    }

    private Uni<Standing> standing(AccountId viewer, Target target) {
        return target.thing()
                .map(Thing::id)
                .map(thing -> flattrs.standing(viewer, thing))
                .orElse(Uni.createFrom().item(Standing.NONE));
    }
}
