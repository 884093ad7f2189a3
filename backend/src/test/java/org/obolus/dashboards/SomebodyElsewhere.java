package org.obolus.dashboards;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.accounts.People;
import org.obolus.testing.APlatform;
import org.obolus.testing.Books;

/** Lets bob, who has the means for it, meet somebody on a server of Mastodon's kind. */
@ApplicationScoped
class SomebodyElsewhere {

    private final People people;
    private final Books books;
    private final String server;

    SomebodyElsewhere(People people, Books books, @ConfigProperty(name = "obolus.url") String server) {
        this.people = people;
        this.books = books;
        this.server = server;
    }

    /** To be closed after the test. */
    AliceElsewhere alice() {
        return called("Alice <b>Liddell</b>");
    }

    AliceElsewhere called(String name) {
        var bob = people.person("bob");
        books.means(bob, "2.00", "2.00");
        return new AliceElsewhere(bob, APlatform.named("social").withMember("109", "alice", name), server);
    }
}
