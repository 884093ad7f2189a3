package org.obolus.buttons;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import org.obolus.problems.Problem;

/** The button as a picture, for every site and without asking who looks at it. */
@Path("/")
class BadgeResource {

    private static final String SVG = "image/svg+xml";
    private static final String PNG = "image/png";
    private static final String A_DAY = "public, max-age=86400";
    private static final String A_MINUTE = "public, max-age=60";

    private final Buttons buttons;
    private final BadgePictures pictures;

    BadgeResource(Buttons buttons, BadgePictures pictures) {
        this.buttons = buttons;
        this.pictures = pictures;
    }

    @GET
    @Path("badge.svg")
    public Uni<Response> svg(@Context UriInfo address, @Context HttpHeaders asked, @Context Request request) {
        var wish = BadgeWish.of(address.getQueryParameters());
        return badge(wish, asked).map(badge -> answer(request, BadgeSvg.write(badge), SVG, wish));
    }

    @GET
    @Path("badge.png")
    public Uni<Response> png(@Context UriInfo address, @Context HttpHeaders asked, @Context Request request) {
        var wish = BadgeWish.of(address.getQueryParameters());
        return badge(wish, asked)
                .chain(badge -> pictures.png(badge, wish.scale()))
                .map(picture -> answer(request, picture, PNG, wish));
    }

    /** Where Flattr's own badges were: pages that carry them need no more than another host. */
    @GET
    @Path("button/flattr-badge-{size: large|small}.png")
    public Uni<Response> asOfOld(@PathParam("size") String size, @Context Request request) {
        var wish = BadgeWish.ofOld(size);
        return pictures.png(Badge.without(wish.size()), wish.scale())
                .map(picture -> answer(request, picture, PNG, wish));
    }

    private Uni<Badge> badge(BadgeWish wish, HttpHeaders asked) {
        if (!wish.isCounted()) {
            return Uni.createFrom().item(Badge.without(wish.size()));
        }
        return Uni.createFrom()
                .deferred(() -> buttons.flattrs(wish.counted()))
                .map(count -> new Badge(wish.size(), OptionalLong.of(count)))
                .onFailure(refused -> refused instanceof Problem && !asksInWords(asked))
                .recoverWithItem(() -> Badge.without(wish.size()));
    }

    /**
     * Readers of a page can do nothing about a wrong address in it, so they get the picture without a number; whoever
     * opens its address, or asks for JSON, is told what is wrong.
     */
    private static boolean asksInWords(HttpHeaders asked) {
        return asked.getAcceptableMediaTypes().stream()
                .filter(type -> !type.isWildcardType())
                .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE)
                        || type.getSubtype().endsWith("json"));
    }

    private static Response answer(Request request, byte[] picture, String type, BadgeWish wish) {
        var tag = tag(picture);
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(picture, type) : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, wish.isCounted() ? A_MINUTE : A_DAY)
                .header(HttpHeaders.VARY, wish.isCounted() ? HttpHeaders.ACCEPT : null)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    /** Tells the few pictures apart that one address ever answers. */
    private static EntityTag tag(byte[] picture) {
        var sum = new CRC32();
        sum.update(picture);
        return new EntityTag(Long.toHexString(sum.getValue()));
    }
}
