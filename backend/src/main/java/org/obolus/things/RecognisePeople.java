package org.obolus.things;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.identities.Found;
import org.obolus.identities.PlatformPeople;
import org.obolus.identities.PlatformUserId;
import org.obolus.web.WebUrl;

/** Tells which of many addresses are people's, as a single registration does but without asking any platform. */
@ApplicationScoped
class RecognisePeople {

    private final PlatformPeople people;
    private final OurAddresses ours;

    RecognisePeople(PlatformPeople people, OurAddresses ours) {
        this.people = people;
        this.ours = ours;
    }

    /** The same wishes, those that are people's for the pages that these have here: refused where nobody is known. */
    Uni<Wishes> among(SqlConnection connection, AccountId caller, Wishes wishes) {
        var pages = wishes.pages();
        var pagesOfOurs = new HashMap<WebUrl, PlatformUserId>();
        pages.forEach(page -> ours.person(page).ifPresent(person -> pagesOfOurs.put(page, person)));
        return people.known(connection, caller, pages, pagesOfOurs)
                .map(known -> wishes.meaning(wish -> meant(wish, known)));
    }

    private Wish meant(Wish wish, Map<WebUrl, Optional<Found.Person>> known) {
        if (ours.addressee(wish.url().page()).isPresent()) {
            throw new ThingRefused.ByMail(wish.url());
        }
        return known.containsKey(wish.url().page())
                ? known.get(wish.url().page())
                        .map(person -> wish.of(person, ours.at(person.path())))
                        .orElseThrow(() -> new ThingRefused.OfAPerson(wish.url()))
                : wish;
    }
}
