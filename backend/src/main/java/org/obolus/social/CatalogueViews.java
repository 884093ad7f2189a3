package org.obolus.social;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.obolus.things.ThingView;

/** The catalogue and people as they go over the wire. */
final class CatalogueViews {

    private CatalogueViews() {}

    /** A page of what was found; the total is counted up to the end of lists. */
    @Schema(name = "CataloguePage")
    record FoundView(int total, boolean totalIsExact, int page, List<ListedThing> items) {

        static FoundView of(Found found) {
            var total = Math.min(found.total(), Part.DEEPEST);
            var items = found.entries().stream().map(ListedThing::of).toList();
            return new FoundView(total, found.isTotalExact(), found.part().page(), items);
        }
    }

    /** A thing with its counts. */
    record ListedThing(@JsonUnwrapped ThingView thing, long flattrs, long supporters) {

        static ListedThing of(Found.Entry entry) {
            var count = entry.count();
            return new ListedThing(ThingView.of(entry.thing()), count.flattrs(), count.supporters());
        }
    }

    /** What a person shows; what is empty is not shown. */
    record PersonView(
            String username,
            String firstName,
            String lastName,
            String about,
            String city,
            String country,
            String url,
            String picture) {

        static PersonView of(Profile profile) {
            var words = profile.words();
            return new PersonView(
                    profile.username(),
                    words.firstName(),
                    words.lastName(),
                    words.about(),
                    words.city(),
                    words.country(),
                    words.url(),
                    profile.pictureAddress());
        }
    }

    /** Everything that somebody says about themselves, and what of it others see. */
    record OwnProfile(
            @JsonUnwrapped PersonView person, boolean showsProfile, boolean showsGiven, boolean showsReceived) {

        static OwnProfile of(Profile profile) {
            var shows = profile.shows();
            return new OwnProfile(PersonView.of(profile), shows.profile(), shows.given(), shows.received());
        }
    }

    /** Somebody flattred something. */
    record ActivityView(String supporter, ThingView thing, Instant givenAt) {

        static ActivityView of(Activity activity) {
            return new ActivityView(activity.supporter(), ThingView.of(activity.thing()), activity.at());
        }
    }

    /** A page of them, the latest first. */
    @Schema(name = "ActivityPage")
    record ActivitiesView(int page, List<ActivityView> items) {

        static ActivitiesView of(Part part, List<Activity> activities) {
            return new ActivitiesView(
                    part.page(), activities.stream().map(ActivityView::of).toList());
        }
    }
}
