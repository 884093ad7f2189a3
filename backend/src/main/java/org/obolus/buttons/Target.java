package org.obolus.buttons;

import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.identities.Found;
import org.obolus.identities.Identity;
import org.obolus.identities.PageOwner;
import org.obolus.things.Thing;
import org.obolus.things.ThingUrl;

/**
 * What a button is for: a thing, or a page that becomes one by its first flattr.
 *
 * @param identity whose it is; empty while nobody has ever flattred or proven anything of its site
 * @param assigner the owner of its site, where they give it to somebody else
 * @param person whom it is about, where that is somebody on another platform
 */
public record Target(
        ThingUrl url,
        Optional<Thing> thing,
        Optional<Identity> identity,
        Optional<AccountId> assigner,
        Optional<Found.Person> person) {

    public static Target of(Thing thing) {
        return of(thing.url(), thing);
    }

    /** By the address that was asked for, which may differ from the thing's own in http and https. */
    static Target of(ThingUrl asked, Thing thing) {
        return new Target(asked, Optional.of(thing), Optional.of(thing.identity()), thing.assigner(), Optional.empty());
    }

    /** A page that nobody has flattred yet. */
    static Target unregistered(ThingUrl asked, Optional<PageOwner> owner) {
        var identity = owner.map(PageOwner::identity);
        return new Target(asked, Optional.empty(), identity, owner.flatMap(PageOwner::assigner), Optional.empty());
    }

    /** Somebody on another platform, by the address of their page here, whether or not they are a thing by now. */
    static Target of(ThingUrl url, Found.Person person, Optional<Thing> thing) {
        return new Target(url, thing, Optional.of(person.identity()), Optional.empty(), Optional.of(person));
    }

    /** The same for whom it would belong to by its first flattr; who gives it to somebody stays. */
    Target of(Optional<Identity> foreseen) {
        return new Target(url, thing, foreseen, assigner, person);
    }

    /** What its proven owner calls it. */
    public Optional<String> title() {
        return thing.flatMap(there -> there.texts().title()).or(() -> person.map(Found.Person::title));
    }

    /** The account that receives, or whoever may claim or prove it one day. */
    public String maker() {
        return owner().or(() -> person.map(Found.Person::shown)).orElse(site());
    }

    /** Whether it is somebody on another platform, not a page. */
    public boolean isOfAPerson() {
        return person.isPresent() || thing.filter(Thing::isOfAPerson).isPresent();
    }

    public Optional<String> owner() {
        return identity.flatMap(Identity::owner).map(Identity.Owner::username);
    }

    public boolean isClaimed() {
        return owner().isPresent();
    }

    public boolean isContested() {
        return identity.filter(Identity::contested).isPresent();
    }

    /** Where it is: a site, or a platform. */
    public String site() {
        return person.map(Found.Person::where)
                .or(() -> thing.filter(Thing::isOfAPerson).map(Thing::platform))
                .orElse(url.page().displayHost());
    }

    boolean isDeleted() {
        return thing.filter(Thing::isDeleted).isPresent();
    }

    boolean isOptedOut() {
        return identity.filter(Identity::isOptedOut).isPresent();
    }

    /** Whether somebody receives what is given, or has given the page to whoever does. */
    boolean isOf(AccountId account) {
        return belongsTo(account) || assigner.filter(account::equals).isPresent();
    }

    boolean belongsTo(AccountId account) {
        return identity.filter(whose -> whose.belongsTo(account)).isPresent();
    }
}
