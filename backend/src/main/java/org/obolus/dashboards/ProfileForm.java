package org.obolus.dashboards;

import java.util.Map;
import org.obolus.social.Profile;
import org.obolus.social.ProfileChanges;
import org.obolus.web.FilledForm;

/** A profile as a form. */
final class ProfileForm {

    private static final String PROFILE = "shows_profile";
    private static final String GIVEN = "shows_given";
    private static final String RECEIVED = "shows_received";

    private ProfileForm() {}

    static FilledForm of(Profile profile) {
        var words = profile.words();
        return new FilledForm(
                Map.of(
                        "first_name",
                        words.firstName(),
                        "last_name",
                        words.lastName(),
                        "about",
                        words.about(),
                        "city",
                        words.city(),
                        "country",
                        words.country(),
                        "url",
                        words.url(),
                        PROFILE,
                        ticked(profile.shows().profile()),
                        GIVEN,
                        ticked(profile.shows().given()),
                        RECEIVED,
                        ticked(profile.shows().received())),
                Map.of());
    }

    /** A box that is not ticked is not sent, so that everything is said anew. */
    static ProfileChanges changes(FilledForm form) {
        return ProfileChanges.of(new ProfileChanges.Written(
                form.value("first_name"),
                form.value("last_name"),
                form.value("about"),
                form.value("city"),
                form.value("country"),
                form.value("url"),
                !form.value(PROFILE).isEmpty(),
                !form.value(GIVEN).isEmpty(),
                !form.value(RECEIVED).isEmpty()));
    }

    private static String ticked(boolean shown) {
        return shown ? "on" : "";
    }
}
