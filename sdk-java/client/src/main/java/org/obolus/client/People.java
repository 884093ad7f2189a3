package org.obolus.client;

import java.util.Optional;
import java.util.stream.Stream;

/** What people show of themselves. Of somebody who shows nothing, only the username and the listed things are seen. */
public final class People {

    private final AsyncPeople later;

    People(AsyncPeople later) {
        this.later = later;
    }

    /**
     * What a person shows; nothing when there is nobody of that name.
     *
     * <p>No scope.
     */
    public Optional<Person> byUsername(String username) {
        return Line.await(later.byUsername(username));
    }

    /**
     * Whom or what somebody means by a handle with its platform ({@code @alice@social.example}, {@code github:alice}), an
     * identity, an e-mail address, or the address of a profile or of any page: what to flattr is its {@code url}.
     *
     * <p>Scope {@code flattr} or {@code thing}. Problems: {@code no_such_person}, {@code which_platform}, {@code invalid},
     * {@code unreachable}, {@code address_refused}, {@code too_many_requests}.
     */
    public LookedUp lookUp(String of) {
        return Line.await(later.lookUp(of));
    }

    /**
     * A person's listed things, the most flattred first.
     *
     * <p>No scope. Problems: {@code not_found}.
     */
    public Stream<ListedThing> things(String username) {
        return Page.stream(() -> later.things(username));
    }

    /**
     * What a person flattrs, as far as it is shown, the latest first.
     *
     * <p>No scope; with {@code extendedread} the caller sees all of their own. Problems: {@code not_found}.
     */
    public Stream<Activity> given(String username) {
        return Page.stream(() -> later.given(username));
    }

    /**
     * Who flattrs a person's things, as far as both show it, the latest first.
     *
     * <p>No scope; with {@code extendedread} the caller sees all of their own. Problems: {@code not_found}.
     */
    public Stream<Activity> received(String username) {
        return Page.stream(() -> later.received(username));
    }
}
