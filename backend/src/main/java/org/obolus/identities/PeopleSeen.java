package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** Writes down what a platform has just said of somebody, at a look-up as at a log-in, and tells all who listen. */
@ApplicationScoped
class PeopleSeen {

    private final Directories directories;
    private final Instance<PersonSeen> listeners;

    PeopleSeen(Directories directories, @Any Instance<PersonSeen> listeners) {
        this.directories = directories;
        this.listeners = listeners;
    }

    Uni<Found.Person> keep(SqlConnection connection, PlatformUser user) {
        return PlatformUsers.keep(connection, user)
                .map(identity -> new Found.Person(user, directories.nameOf(user.platform()), identity))
                .call(person -> tell(connection, person));
    }

    private Uni<Void> tell(SqlConnection connection, Found.Person person) {
        var told = Uni.createFrom().voidItem();
        for (var listener : listeners) {
            told = told.chain(() -> listener.seen(connection, person));
        }
        return told;
    }
}
