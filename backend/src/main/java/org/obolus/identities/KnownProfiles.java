package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.web.WebUrl;

/** Whose profiles many addresses are, as far as that is known: no platform is asked, and nothing where none looks like one. */
@ApplicationScoped
class KnownProfiles {

    /** Whoever was seen last under a handle has it. */
    static final String SEEN = "select w.n, u.*, " + Identity.COLUMNS + """
            \sfrom unnest($1::text[], $2::text[], $3::text[]) with ordinality as w(platform, handle, user_id, n)
            cross join lateral (
                (select identity_id as person, platform, user_id, handle, display_name, profile from platform_users p
                 where p.platform = w.platform and lower(p.handle) = lower(w.handle) order by p.seen_at desc limit 1)
                union all
                (select identity_id, platform, user_id, handle, display_name, profile from platform_users p
                 where p.platform = w.platform and p.user_id = w.user_id)) u
            join identities i on i.id = u.person\s""" + Identity.WITH_OWNER;

    static final String OWN = "select name from identities where name = any($1) and account_id = $2";

    private final Directories directories;
    private final NoProfiles noProfiles;
    private final Transactions transactions;

    KnownProfiles(Directories directories, NoProfiles noProfiles, Transactions transactions) {
        this.directories = directories;
        this.noProfiles = noProfiles;
        this.transactions = transactions;
    }

    /** Whom an address would mean. */
    private record Wanted(WebUrl address, PlatformName platform, PlatformHandle handle, PlatformUserId id) {

        private IdentityName site() {
            return IdentityName.of(SiteHost.of(address));
        }

        private boolean isOnOneOfManyServers() {
            return platform.server().isPresent();
        }
    }

    /**
     * Of these addresses those that look like profiles, with whoever is known to have them. On the caller's own site what
     * nobody is known to have is a page as any other.
     *
     * @param ours the people whose pages here some of the addresses are
     */
    Uni<Map<WebUrl, Optional<Found.Person>>> among(
            AccountId caller, Collection<WebUrl> addresses, Map<WebUrl, PlatformUserId> ours) {
        var wanted = addresses.stream()
                .flatMap(address -> wanted(address, ours).stream())
                .toList();
        return wanted.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : transactions.read(connection -> seen(connection, wanted)
                        .chain(found -> own(connection, caller, wanted).map(own -> told(wanted, found, own))));
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

    private Uni<Map<Integer, Found.Person>> seen(SqlConnection connection, List<Wanted> wanted) {
        var row = Tuple.of(
                wanted.stream().map(one -> one.platform().value()).toArray(String[]::new),
                wanted.stream()
                        .map(one -> one.handle() == null ? null : one.handle().value())
                        .toArray(String[]::new),
                wanted.stream()
                        .map(one -> one.id() == null ? null : one.id().id())
                        .toArray(String[]::new));
        return Sql.list(connection, SEEN, row, found -> found)
                .map(rows -> rows.stream().collect(Collectors.toMap(KnownProfiles::position, this::person)));
    }

    private static Uni<Set<IdentityName>> own(SqlConnection connection, AccountId caller, List<Wanted> wanted) {
        var sites = wanted.stream()
                .filter(Wanted::isOnOneOfManyServers)
                .map(one -> one.site().value())
                .distinct()
                .toArray(String[]::new);
        return Sql.list(
                        connection,
                        OWN,
                        Tuple.of(sites, caller.value()),
                        row -> new IdentityName(row.getString("name")))
                .map(Set::copyOf);
    }

    private static Map<WebUrl, Optional<Found.Person>> told(
            List<Wanted> wanted, Map<Integer, Found.Person> found, Set<IdentityName> own) {
        var told = new LinkedHashMap<WebUrl, Optional<Found.Person>>();
        for (int i = 0; i < wanted.size(); i++) {
            var one = wanted.get(i);
            if (found.containsKey(i) || !own.contains(one.site()) || one.id() != null) {
                told.put(one.address(), Optional.ofNullable(found.get(i)));
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
