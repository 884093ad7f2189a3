package org.obolus.things;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.identities.Identity;
import org.obolus.identities.PlatformUserId;
import org.obolus.web.WebUrl;

/**
 * What can be flattred: a page on the web, and whose it is.
 *
 * @param assigner the owner of its site, where they have given it to somebody else
 */
public record Thing(
        ThingId id,
        ThingUrl url,
        Identity identity,
        Optional<AccountId> assigner,
        Texts texts,
        boolean hidden,
        Optional<Instant> deletedAt,
        Instant createdAt,
        Instant updatedAt) {

    static Thing of(Row row) {
        return new Thing(
                new ThingId(row.getLong("id")),
                new ThingUrl(WebUrl.of(row.getString("url"))),
                Identity.of(row),
                Optional.ofNullable(row.getLong("assigner_id")).map(AccountId::new),
                Texts.of(row),
                row.getBoolean("hidden"),
                Optional.ofNullable(row.getOffsetDateTime("deleted_at")).map(OffsetDateTime::toInstant),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    public boolean isDeleted() {
        return deletedAt.isPresent();
    }

    public boolean belongsTo(AccountId account) {
        return identity.belongsTo(account);
    }

    /** Whether it is somebody on another platform, whose page is one of ours. */
    public boolean isOfAPerson() {
        return PlatformUserId.of(identity.name()).isPresent();
    }

    /** Whoever receives what is given for it, or where whoever may claim it one day is: on a platform or a site. */
    public String maker() {
        return identity.owner().map(Identity.Owner::username).orElseGet(this::platform);
    }

    /** Where it is: a platform, by the name that identities have for it, or a site. */
    public String platform() {
        return PlatformUserId.of(identity.name())
                .map(person -> person.platform().shown())
                .orElse(url.page().displayHost());
    }

    public boolean isAssigned() {
        return assigner.isPresent();
    }

    /** Whether somebody may say what it is: whoever receives, and the owner of its site who has given it to them. */
    public boolean mayBeChangedBy(AccountId account) {
        return belongsTo(account) || assigner.filter(account::equals).isPresent();
    }

    /** Why it is no use that the page names somebody, for whoever has no word in it while it is assigned. */
    String givenAway() {
        var site = url.site();
        return "The owner of " + site + " gives this page to "
                + identity.owner().map(Identity.Owner::username).orElse("another account")
                + ", whatever the page says. If it should be yours, ask that owner; if the site is yours, prove " + site
                + " under /api/v1/sites.";
    }

    /** What people read where a title belongs: the address until somebody with proof has set one. */
    public String name() {
        return texts.title().orElse(url.toString());
    }
}
