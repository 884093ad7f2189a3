package org.obolus.identities;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

/** Sites that are about to give pages away, a new one for each test. */
@ApplicationScoped
public class PapersInTests {

    private final People people;
    private final Books books;
    private final PageAssignments assignments;

    PapersInTests(People people, Books books, PageAssignments assignments) {
        this.people = people;
        this.books = books;
        this.assignments = assignments;
    }

    /** A site, its proven owner, and somebody who writes there. */
    public record Paper(String host, Person owner, Person writer) {

        public String url(String path) {
            return "https://" + host + path;
        }
    }

    public Paper paper() {
        var owner = people.person("olga");
        var host = "paper-of-" + owner.username() + ".example";
        books.siteOf(owner, host);
        return new Paper(host, owner, people.person("anna"));
    }

    /** What the job does every minute. */
    public void beginWhatIsDue() {
        assignments.beginAssignments().await().atMost(Duration.ofSeconds(60));
    }

    /** What the job does every few seconds. */
    public void goThroughSites() {
        assignments.goThroughSites().await().atMost(Duration.ofSeconds(60));
    }
}
