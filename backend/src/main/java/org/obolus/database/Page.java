package org.obolus.database;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** A part of a list, and where the next part begins if there is one. */
public record Page<T>(List<T> items, Optional<Cursor> next) {

    /** What goes over the wire. */
    public record Items<T>(List<T> items) {}

    /** Cuts what was read with {@link PageWish#rows()} to the page. */
    public static <T> Page<T> of(List<T> rows, PageWish wish, Function<T, Cursor> after) {
        if (rows.size() <= wish.limit()) {
            return new Page<>(rows, Optional.empty());
        }
        var items = List.copyOf(rows.subList(0, wish.limit()));
        return new Page<>(items, Optional.of(after.apply(items.get(items.size() - 1))));
    }

    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /** The page as an answer, {@code {"items": […]}}, with its links in a Link header (RFC 8288). */
    public RestResponse<Items<T>> answer(UriInfo asked) {
        var answer = RestResponse.ResponseBuilder.ok(new Items<>(items))
                .header(HttpHeaders.LINK, link(asked, null, "first"));
        next.ifPresent(cursor -> answer.header(HttpHeaders.LINK, link(asked, cursor, "next")));
        return answer.build();
    }

    /** Relative, so that it is right behind any proxy. */
    private static String link(UriInfo asked, Cursor cursor, String relation) {
        var uri = asked.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor == null ? new Object[0] : new Object[] {cursor})
                .build();
        var query = uri.getRawQuery();
        return "<" + uri.getRawPath() + (query == null || query.isEmpty() ? "" : "?" + query) + ">; rel=\"" + relation
                + "\"";
    }
}
