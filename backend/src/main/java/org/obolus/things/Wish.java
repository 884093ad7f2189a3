package org.obolus.things;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.obolus.identities.Found;
import org.obolus.identities.IdentityName;

/**
 * An address to register, and what its registrant says about the thing there.
 *
 * @param person whose page it is, where it is that of somebody on another platform
 */
record Wish(ThingUrl url, Changes changes, Optional<Found.Person> person) {

    Wish(ThingUrl url, Changes changes) {
        this(url, changes, Optional.empty());
    }

    /** The same for the page that somebody has here, of which nobody is the author. */
    Wish of(Found.Person whom, ThingUrl page) {
        return new Wish(page, changes.withoutAuthor(), Optional.of(whom));
    }

    String key() {
        return url.key();
    }

    /** The same thing wished for twice: what is said later counts. */
    Wish then(Wish later) {
        return new Wish(later.url, changes.then(later.changes), later.person);
    }

    /** To whom it belongs unless that is given to somebody else: the person, or the site. */
    private IdentityName whose() {
        return person.map(whom -> whom.identity().name()).orElseGet(() -> IdentityName.of(url.site()));
    }

    /** One array for each column, in the order in which {@link RegisterThings#REGISTER} unnests them. */
    static Tuple columns(Tuple values, Collection<Wish> wishes) {
        return values.addArrayOfString(texts(wishes, wish -> Optional.of(wish.url.toString())))
                .addArrayOfString(texts(wishes, wish -> Optional.of(wish.key())))
                .addArrayOfString(texts(wishes, wish -> Optional.of(wish.whose().value())))
                .addArrayOfString(texts(wishes, wish -> wish.changes.title()))
                .addArrayOfString(texts(wishes, wish -> wish.changes.description()))
                .addArrayOfString(texts(wishes, wish -> wish.changes.category().map(Category::toString)))
                .addArrayOfString(texts(wishes, wish -> wish.changes.language().map(Language::id)))
                .addArrayOfString(texts(wishes, wish -> wish.changes.tags().map(tags -> String.join(",", tags))))
                .addArrayOfBoolean(wishes.stream()
                        .map(wish -> wish.changes.hidden().orElse(null))
                        .toArray(Boolean[]::new))
                .addArrayOfString(texts(wishes, wish -> wish.changes.author()))
                .addArrayOfString(texts(wishes, wish -> wish.person.map(Found.Person::title)));
    }

    private static String[] texts(Collection<Wish> wishes, Function<Wish, Optional<String>> read) {
        return wishes.stream().map(wish -> read.apply(wish).orElse(null)).toArray(String[]::new);
    }
}
