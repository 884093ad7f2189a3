package org.obolus.things;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Transactions;
import org.obolus.identities.Found;
import org.obolus.identities.PlatformPeople;
import org.obolus.identities.PlatformUserId;
import org.obolus.web.WebUrl;

/** Of many addresses registers those that are people's, as a single registration does but without asking any platform. */
@ApplicationScoped
class RegisterPeople {

    private final PlatformPeople people;
    private final OurAddresses ours;
    private final RegisterThing registerThing;
    private final Transactions transactions;

    RegisterPeople(PlatformPeople people, OurAddresses ours, RegisterThing registerThing, Transactions transactions) {
        this.people = people;
        this.ours = ours;
        this.registerThing = registerThing;
        this.transactions = transactions;
    }

    /** What became of those that are people's, by their keys: refused where nobody is known to have them. */
    Uni<Map<String, Outcome>> among(AccountId caller, Map<String, Wish> wishes) {
        var pages = wishes.values().stream().map(wish -> wish.url().page()).toList();
        var pagesOfOurs = new HashMap<WebUrl, PlatformUserId>();
        pages.forEach(page -> ours.person(page).ifPresent(person -> pagesOfOurs.put(page, person)));
        return people.known(caller, pages, pagesOfOurs).chain(known -> all(caller, wishes, known));
    }

    private Uni<Map<String, Outcome>> all(
            AccountId caller, Map<String, Wish> wishes, Map<WebUrl, Optional<Found.Person>> known) {
        var done = Uni.createFrom().<Map<String, Outcome>>item(new HashMap<>());
        for (var wish : wishes.values()) {
            if (ours.addressee(wish.url().page()).isPresent()) {
                done = done.invoke(outcomes -> outcomes.put(wish.key(), refused(wish)));
            } else if (known.containsKey(wish.url().page())) {
                var person = known.get(wish.url().page());
                done = done.call(outcomes -> person.map(there -> register(caller, there, wish))
                        .orElseGet(() -> Uni.createFrom().item(refused(wish)))
                        .invoke(outcome -> outcomes.put(wish.key(), outcome)));
            }
        }
        return done;
    }

    private Uni<Outcome> register(AccountId caller, Found.Person person, Wish wish) {
        var url = ours.at(person.path());
        return transactions
                .read(connection -> ThingRows.find(connection, url))
                .chain(before -> registerThing
                        .register(caller, person, wish.changes())
                        .map(after -> Outcome.of(wish.url().toString(), status(before, after), after.thing())));
    }

    private static Outcome.Status status(Optional<Thing> before, Registered after) {
        if (after.isNew()) {
            return Outcome.Status.CREATED;
        }
        return before.filter(thing -> thing.saysTheSameAs(after.thing())).isPresent()
                ? Outcome.Status.UNCHANGED
                : Outcome.Status.CHANGED;
    }

    private static Outcome refused(Wish wish) {
        return Outcome.refused(wish.url().toString(), new ThingRefused.OfAPerson(wish.url()));
    }
}
