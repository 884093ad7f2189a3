package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.obolus.database.Sql;

/** What people call those who receive: by name and handle on other platforms, and never by an e-mail address. */
@ApplicationScoped
class Names {

    static final String PEOPLE = "select " + PlatformUsers.COLUMNS + """
            \sfrom identities i join platform_users u on u.identity_id = i.id where i.name = any($1)""";

    private final Directories directories;

    Names(Directories directories) {
        this.directories = directories;
    }

    /** All of these, however often; what nobody calls otherwise is called as it is written. */
    Uni<Map<IdentityName, String>> of(SqlClient client, Collection<IdentityName> identities) {
        var called = new HashMap<IdentityName, String>();
        identities.forEach(name -> called.put(name, name.isEmail() ? Found.Addressee.CALLED : name.shown()));
        var people = called.keySet().stream()
                .filter(name -> PlatformUserId.of(name).isPresent())
                .map(IdentityName::value)
                .toArray(String[]::new);
        return people.length == 0
                ? Uni.createFrom().item(called)
                : Sql.list(client, PEOPLE, Tuple.of(people), PlatformUsers::read)
                        .invoke(users -> users.forEach(user -> called.put(user.identity(), called(user))))
                        .replaceWith(called);
    }

    private String called(PlatformUser user) {
        return user.called(directories.nameOf(user.platform()));
    }
}
