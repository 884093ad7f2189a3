package org.obolus.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What somebody reads who has just started the demo. */
@ApplicationScoped
class Welcome {

    private final DemoSites sites;

    Welcome(DemoSites sites) {
        this.sites = sites;
    }

    String text() {
        var server = sites.blog().origin();
        return """

                Obolus is running with invented people and play money.

                  %-34s the front page
                  %-34s Alice's blog, on another site, with buttons
                  %-34s a paper that nobody has claimed
                  %-34s let time pass
                  %-34s mails that would have been sent

                Log in as
                %s
                Stop it with Ctrl-C; what you did is kept.
                """.formatted(
                        server,
                        sites.blog().address(),
                        sites.news().address(),
                        server + "/dev/time",
                        server + "/dev/mails",
                        people());
    }

    private static String people() {
        return Arrays.stream(DemoPerson.values())
                .map(person -> "  %-8s %-22s %s%n".formatted(person.username(), person.password(), person.role()))
                .collect(Collectors.joining());
    }
}
