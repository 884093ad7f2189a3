package org.obolus.social;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.obolus.accounts.AccountId;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Transactions;
import org.obolus.problems.Unacceptable;
import org.obolus.things.Thing;
import org.obolus.things.ThingId;
import org.obolus.things.Things;

/** A few words of those who flattred a thing to its maker, which nobody else reads. */
@ApplicationScoped
public class Thanks {

    /** Characters of a text; more would be a letter. */
    public static final int LONGEST = 500;

    private final ThanksRows rows;
    private final Things things;
    private final Transactions transactions;
    private final Clock clock;

    Thanks(ThanksRows rows, Things things, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.things = things;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Says it in the place of what was said before; fails with Invalid where it is empty or too long, and with
     * {@link SocialRefused.FlattrFirst} unless a flattr of this person counts on the thing.
     */
    public Uni<Void> say(AccountId me, ThingId thing, String written) {
        var text = Prose.text("text", written, LONGEST);
        if (text.isEmpty()) {
            throw new Unacceptable.Invalid("text", "Say a few words, or leave it.");
        }
        return transactions.run(connection -> rows.say(connection, me, thing, text, clock.instant())
                .invoke(said -> {
                    if (!said) {
                        throw new SocialRefused.FlattrFirst(thing);
                    }
                })
                .replaceWithVoid());
    }

    /** What this person has said for a thing; fails with {@link SocialRefused.FlattrFirst} as {@link #say} does. */
    public Uni<Optional<String>> saidBy(AccountId me, ThingId thing) {
        return transactions
                .read(connection -> rows.saidBy(connection, me, thing))
                .map(said -> said.orElseThrow(() -> new SocialRefused.FlattrFirst(thing)))
                .map(text -> Optional.of(text).filter(there -> !there.isEmpty()));
    }

    /** Nobody reads it any more. Nothing happens where nothing was said. */
    public Uni<Void> takeBack(AccountId me, ThingId thing) {
        return transactions.run(connection -> rows.takeBack(connection, me, thing));
    }

    /** What was said to the maker of things, the latest first, as long as the flattr that it came with counts. */
    public Uni<Page<ThankYou>> to(AccountId maker, PageWish wish) {
        return transactions
                .read(connection -> rows.to(connection, maker, wish))
                .chain(said -> things.all(said.items().stream()
                                .map(ThanksRows.Row::thing)
                                .distinct()
                                .toList())
                        .map(found -> found.stream().collect(Collectors.toMap(Thing::id, Function.identity())))
                        .map(found -> said.map(row ->
                                new ThankYou(row.id(), found.get(row.thing()), row.by(), row.text(), row.saidAt()))));
    }

    /** The maker no longer wants to read it. Nothing happens where it is not there, or was said to somebody else. */
    public Uni<Void> remove(AccountId maker, long id) {
        return transactions.run(connection -> rows.remove(connection, maker, id));
    }
}
