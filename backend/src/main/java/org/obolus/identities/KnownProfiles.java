package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.web.WebUrl;

/** Whose profiles many addresses are, as far as that is known: no platform is asked, and nothing where none looks like one. */
@ApplicationScoped
class KnownProfiles {

    /** Whoever was seen last under a handle has it; and whether the site where that is one of many is the caller's own. */
    static final String SEEN = "select w.n, u.*, " + Identity.COLUMNS + """
            , exists (select from identities s where s.name = w.site and s.account_id = $5) as own
            from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality
                as w(platform, handle, user_id, site, n)
            left join lateral (
                (select identity_id as person, platform, user_id, handle, display_name, profile from platform_users p
                 where p.platform = w.platform and lower(p.handle) = lower(w.handle) order by p.seen_at desc limit 1)
                union all
                (select identity_id, platform, user_id, handle, display_name, profile from platform_users p
                 where p.platform = w.platform and p.user_id = w.user_id)) u on true
            left join identities i on i.id = u.person\s""" + Identity.WITH_OWNER;

    private final Directories directories;
    private final NoProfiles noProfiles;

    KnownProfiles(Directories directories, NoProfiles noProfiles) {
        this.directories = directories;
        this.noProfiles = noProfiles;
    }

    /** Whom an address would mean. */
    private record Wanted(WebUrl address, PlatformName platform, PlatformHandle handle, PlatformUserId id) {

        /** The site that is one of many of its platform; anybody could own such a one. */
        private String sharedSite() {
            return platform.server().isPresent()
                    ? IdentityName.of(SiteHost.of(address)).value()
                    : null;
        }
    }

    /**
     * Of these addresses those that look like profiles, with whoever is known to have them. On the caller's own site what
     * nobody is known to have is a page as any other.
     *
     * @param ours the people whose pages here some of the addresses are
     */
    Uni<Map<WebUrl, Optional<Found.Person>>> among(
            SqlClient client, AccountId caller, Collection<WebUrl> addresses, Map<WebUrl, PlatformUserId> ours) {
        var wanted = addresses.stream()
                .flatMap(address -> wanted(address, ours).stream())
                .toList();
        return wanted.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Sql.list(client, SEEN, columns(caller, wanted), row -> row).map(rows -> told(wanted, rows));
    }

    private Optional<Wanted> wanted(WebUrl address, Map<WebUrl, PlatformUserId> ours) {
        var id = ours.get(address);
        return id == null
                ? directories.profile(address).flatMap(profile -> wanted(address, profile))
                : Optional.of(new Wanted(address, id.platform(), null, id));
    }

    private Optional<Wanted> wanted(WebUrl address, ProfilePattern.Profile profile) {
        if (profile.isId()) {
            return profile.id()
                    .filter(id -> profile.directory().canLookUpById())
                    .map(id -> new Wanted(address, id.platform(), null, id));
        }
        return profile.handle()
                .filter(handle -> profile.directory().canLookUp() && !noProfiles.has(handle))
                .map(handle -> new Wanted(address, handle.platform(), handle, null));
    }

    private static Tuple columns(AccountId caller, List<Wanted> wanted) {
        return Tuple.of(
                column(wanted, one -> one.platform().value()),
                column(wanted, one -> one.handle() == null ? null : one.handle().value()),
                column(wanted, one -> one.id() == null ? null : one.id().id()),
                column(wanted, Wanted::sharedSite),
                caller.value());
    }

    private static String[] column(List<Wanted> wanted, Function<Wanted, String> read) {
        return wanted.stream().map(read).toArray(String[]::new);
    }

    private Map<WebUrl, Optional<Found.Person>> told(List<Wanted> wanted, List<Row> rows) {
        var told = new LinkedHashMap<WebUrl, Optional<Found.Person>>();
        for (var row : rows) {
            var one = wanted.get(position(row));
            var isSeen = row.getLong("person") != null;
            if (isSeen || !row.getBoolean("own") || one.id() != null) {
                told.put(one.address(), isSeen ? Optional.of(person(row)) : Optional.empty());
            }
        }
        return told;
    }

    private Found.Person person(Row row) {
        var user = PlatformUsers.read(row);
        return new Found.Person(user, directories.nameOf(user.platform()), Identity.of(row));
    }

    private static int position(Row row) {
        return Math.toIntExact(row.getLong("n") - 1);
    }
}
