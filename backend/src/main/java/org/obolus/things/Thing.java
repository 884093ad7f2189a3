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
 * @param handle what it is called there just now, where it is somebody on another platform
 */
public record Thing(
        ThingId id,
        ThingUrl url,
        Identity identity,
        Optional<AccountId> assigner,
        Optional<String> handle,
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
                Optional.ofNullable(row.getString("handle")),
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

    /** Whether it is somebody on another platform or with an e-mail address, whose page is one of ours. */
    public boolean isOfAPerson() {
        return identity.name().isOfSomebody();
    }

    /** Whether it is somebody who is known by an e-mail address alone. */
    public boolean isByMail() {
        return identity.name().isEmail();
    }

    /** Who receives what is given for it, as far as that is anybody's to know. */
    public Optional<String> receiver() {
        return identity.knownOwner().map(Identity.Owner::username);
    }

    /** Whoever receives what is given for it, or who may claim it one day: by their handle on a platform, or a site. */
    public String maker() {
        return receiver().or(this::fullHandle).orElseGet(this::platform);
    }

    private Optional<String> fullHandle() {
        return handle.flatMap(name -> PlatformUserId.of(identity.name())
                .map(person -> "@" + name
                        + person.platform().server().map(server -> "@" + server).orElse("")));
    }

    /** Where it is: a platform, by the name that identities have for it, or a site. */
    public String platform() {
        return isByMail()
                ? "E-mail"
                : PlatformUserId.of(identity.name())
                        .map(person -> person.platform().shown())
                        .orElse(url.page().displayHost());
    }

    /** Whether nobody who reads both would find a difference. */
    boolean saysTheSameAs(Thing other) {
        return texts.equals(other.texts) && hidden == other.hidden && isDeleted() == other.isDeleted();
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
