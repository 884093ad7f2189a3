package org.obolus.social;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.problems.Unacceptable;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** The page of each person, for everybody: their listed things, and beyond that what they show. */
@Path("/people/{username}")
@Produces(MediaType.TEXT_HTML)
class PeoplePages {

    private static final Part A_FEW = Part.first(10);
    private static final Part A_FEED = Part.first(30);

    private final Catalogue catalogue;
    private final ProfileRows profiles;
    private final Feeds feeds;
    private final Caller caller;
    private final Frames frames;

    PeoplePages(Catalogue catalogue, ProfileRows profiles, Feeds feeds, Caller caller, Frames frames) {
        this.catalogue = catalogue;
        this.profiles = profiles;
        this.feeds = feeds;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "social", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance person(PageFrame frame, Person person);
    }

    /** Everything that the page shows; to strangers and to the person alike, so that it can be judged what is seen. */
    record Person(Profile profile, Found things, List<Activity> given, List<Activity> received, boolean isOwn) {}

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@PathParam("username") String username) {
        var frame = frames.here();
        var viewer = caller.account();
        return catalogue
                .profile(username)
                .chain(profile -> person(profile, viewer))
                .map(person -> Templates.person(frame, person));
    }

    @GET
    @Path("things.atom")
    @Produces(AtomFeed.MEDIA_TYPE)
    @Operation(hidden = true)
    public Uni<String> things(@PathParam("username") String username) {
        return catalogue
                .profile(username)
                .chain(profile -> catalogue
                        .search(Search.by(profile.username(), A_FEED))
                        .map(found -> feeds.thingsOf(profile, found).xml()));
    }

    @GET
    @Path("activity.atom")
    @Produces(AtomFeed.MEDIA_TYPE)
    @Operation(hidden = true)
    public Uni<String> activity(@PathParam("username") String username, @QueryParam("type") String type) {
        var isIncoming = "incoming".equals(type);
        return catalogue
                .profile(username)
                .chain(profile -> (isIncoming
                                ? catalogue.received(profile, Optional.empty(), A_FEED)
                                : catalogue.given(profile, Optional.empty(), A_FEED))
                        .map(activities -> feeds.activityOf(profile, isIncoming, activities)
                                .xml()));
    }

    /** Small for what was written for Flattr; other sites may show it. */
    @GET
    @Path("picture.png")
    @Produces({"image/png", MediaType.TEXT_HTML})
    @Operation(hidden = true)
    public Uni<Response> picture(@PathParam("username") String username, @QueryParam("size") String size) {
        return profiles.picture(username, "48".equals(size), caller.account())
                .map(found -> found.orElseThrow(() -> new Unacceptable.Unknown("There is no picture here.")))
                .map(picture -> Response.ok(picture, "image/png")
                        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=300")
                        .header("Cross-Origin-Resource-Policy", "cross-origin")
                        .build());
    }

    private Uni<Person> person(Profile profile, Optional<AccountId> viewer) {
        return catalogue
                .search(Search.by(profile.username(), A_FEW))
                .chain(things -> catalogue
                        .given(profile, Optional.empty(), A_FEW)
                        .chain(given -> catalogue
                                .received(profile, Optional.empty(), A_FEW)
                                .map(received -> new Person(
                                        profile,
                                        things,
                                        given,
                                        received,
                                        viewer.filter(profile.account()::equals).isPresent()))));
    }
}
