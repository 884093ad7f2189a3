package org.obolus.buttons;

import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.identities.Identity;
import org.obolus.identities.PageOwner;
import org.obolus.things.Thing;
import org.obolus.things.ThingUrl;

/**
 * What a button is for: a thing, or a page that becomes one by its first flattr.
 *
 * @param identity whose it is; empty while nobody has ever flattred or proven anything of its site
 * @param assigner the owner of its site, where they give it to somebody else
 */
public record Target(ThingUrl url, Optional<Thing> thing, Optional<Identity> identity, Optional<AccountId> assigner) {

    public static Target of(Thing thing) {
        return of(thing.url(), thing);
    }

    /** By the address that was asked for, which may differ from the thing's own in http and https. */
    static Target of(ThingUrl asked, Thing thing) {
        return new Target(asked, Optional.of(thing), Optional.of(thing.identity()), thing.assigner());
    }

    /** A page that nobody has flattred yet. */
    static Target unregistered(ThingUrl asked, Optional<PageOwner> owner) {
        return new Target(asked, Optional.empty(), owner.map(PageOwner::identity), owner.flatMap(PageOwner::assigner));
    }

    /** What its proven owner calls it. */
    public Optional<String> title() {
        return thing.flatMap(there -> there.texts().title());
    }

    /** The account that receives, or the site that somebody may prove one day. */
    public String maker() {
        return owner().orElse(site());
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

    public String site() {
        return url.page().displayHost();
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
