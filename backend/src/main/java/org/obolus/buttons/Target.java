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
 * @param somebody whom it is about, where that is a person and no page
 */
public record Target(
        ThingUrl url,
        Optional<Thing> thing,
        Optional<Identity> identity,
        Optional<AccountId> assigner,
        Optional<Found.Somebody> somebody) {

    /** By the address that was asked for, which may differ from the thing's own in http and https. */
    static Target of(ThingUrl asked, Thing thing) {
        return new Target(asked, Optional.of(thing), Optional.of(thing.identity()), thing.assigner(), Optional.empty());
    }

    /** A page that nobody has flattred yet. */
    static Target unregistered(ThingUrl asked, Optional<PageOwner> owner) {
        var identity = owner.map(PageOwner::identity);
        return new Target(asked, Optional.empty(), identity, owner.flatMap(PageOwner::assigner), Optional.empty());
    }

    /** Somebody by the address of their page here, whether or not they are a thing by now. */
    static Target of(ThingUrl url, Found.Somebody somebody, Optional<Thing> thing) {
        return new Target(url, thing, Optional.of(somebody.identity()), Optional.empty(), Optional.of(somebody));
    }

    /** The same for whom it would belong to by its first flattr; who gives it to somebody stays. */
    Target of(Optional<Identity> foreseen) {
        return new Target(url, thing, foreseen, assigner, somebody);
    }

    /** What its proven owner calls it. */
    public Optional<String> title() {
        return thing.flatMap(there -> there.texts().title()).or(() -> somebody.map(Found.Somebody::title));
    }

    /** The account that receives, or whoever may claim or prove it one day. */
    public String maker() {
        return owner().or(() -> somebody.map(Found.Somebody::called)).orElse(site());
    }

    /** Whether it is somebody, not a page. */
    public boolean isOfAPerson() {
        return somebody.isPresent();
    }

    /** Somebody on another platform. */
    public Optional<Found.Person> person() {
        return somebody.filter(Found.Person.class::isInstance).map(Found.Person.class::cast);
    }

    /** Somebody who is known by an e-mail address alone. */
    public Optional<Found.Addressee> addressee() {
        return somebody.filter(Found.Addressee.class::isInstance).map(Found.Addressee.class::cast);
    }

    public Optional<String> owner() {
        return identity.flatMap(Identity::knownOwner).map(Identity.Owner::username);
    }

    public boolean isClaimed() {
        return owner().isPresent();
    }

    public boolean isContested() {
        return identity.filter(Identity::contested).isPresent();
    }

    /** Where it is: a site, or a platform. */
    public String site() {
        return somebody.map(Found.Somebody::where).orElse(url.page().displayHost());
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
