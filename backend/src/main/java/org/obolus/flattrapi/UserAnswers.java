package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Scope;
import org.obolus.social.Catalogue;
import org.obolus.social.Profile;

/** What is answered about a user, whether somebody asks for themselves or for another. */
@ApplicationScoped
class UserAnswers {

    private final Catalogue catalogue;
    private final ReadObjects objects;
    private final ActivityAnswers activities;
    private final Verification verification;

    UserAnswers(Catalogue catalogue, ReadObjects objects, ActivityAnswers activities, Verification verification) {
        this.catalogue = catalogue;
        this.objects = objects;
        this.activities = activities;
        this.verification = verification;
    }

    /** Who somebody is to themselves. */
    Uni<Profile> own(AccountId account) {
        return catalogue.ownProfile(account);
    }

    /** Who somebody is to others. */
    Uni<Profile> named(String username) {
        return catalogue.profile(username);
    }

    Uni<Response> user(Uni<Profile> user, Reading reading, RoutingContext request) {
        return user.chain(profile -> objects.user(profile, reading)).map(read -> Json.answer(request, read));
    }

    Uni<Response> things(Uni<Profile> user, boolean hiddenToo, Reading reading, RoutingContext request) {
        return user.chain(profile -> catalogue.thingsOf(profile.account(), hiddenToo, reading.part()))
                .chain(things -> objects.things(things, reading))
                .map(things -> Json.answer(request, things));
    }

    /** Without the scope only what is shown to everybody. */
    Uni<Response> flattrs(Uni<Profile> user, Reading reading, RoutingContext request) {
        return user.chain(profile -> catalogue.given(profile, reading.viewer(Scope.FLATTR), reading.part()))
                .chain(given -> objects.flattrs(given, reading))
                .map(given -> Json.answer(request, given));
    }

    Uni<Response> activities(Uni<Profile> user, String type, Reading reading, RoutingContext request) {
        return user.chain(
                profile -> activities.of(profile, reading.viewer(Scope.FLATTR), type, reading.part(), request));
    }

    Uni<Response> verified(Uni<Profile> user, String body, RoutingContext request) {
        var identity = Sent.of(body).needed("identity");
        return user.chain(profile -> verification.of(profile, identity))
                .map(verified -> Json.answer(request, verified));
    }
}
