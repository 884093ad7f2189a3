package org.obolus.things;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.obolus.identities.IdentityName;

/** An address to register, and what its registrant says about the thing there. */
record Wish(ThingUrl url, Changes changes) {

    String key() {
        return url.key();
    }

    /** The same thing wished for twice: what is said later counts. */
    Wish then(Wish later) {
        return new Wish(later.url, changes.then(later.changes));
    }

    /** One array for each column, in the order in which {@link RegisterThings#REGISTER} unnests them. */
    static Tuple columns(Tuple values, Collection<Wish> wishes) {
        return values.addArrayOfString(texts(wishes, wish -> Optional.of(wish.url.toString())))
                .addArrayOfString(texts(wishes, wish -> Optional.of(wish.key())))
                .addArrayOfString(texts(
                        wishes,
                        wish -> Optional.of(IdentityName.of(wish.url.site()).value())))
                .addArrayOfString(texts(wishes, wish -> wish.changes.title()))
                .addArrayOfString(texts(wishes, wish -> wish.changes.description()))
                .addArrayOfString(texts(wishes, wish -> wish.changes.category().map(Category::toString)))
                .addArrayOfString(texts(wishes, wish -> wish.changes.language().map(Language::id)))
                .addArrayOfString(texts(wishes, wish -> wish.changes.tags().map(tags -> String.join(",", tags))))
                .addArrayOfBoolean(wishes.stream()
                        .map(wish -> wish.changes.hidden().orElse(null))
                        .toArray(Boolean[]::new))
                .addArrayOfString(texts(wishes, wish -> wish.changes.author()));
    }

    private static String[] texts(Collection<Wish> wishes, Function<Wish, Optional<String>> read) {
        return wishes.stream().map(wish -> read.apply(wish).orElse(null)).toArray(String[]::new);
    }
}
