package org.obolus.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Limits our own API per token, per app and, without a token, per address, and says how much is left
 * (draft-ietf-httpapi-ratelimit-headers-10).
 */
class ApiLimits {

    private static final String API = "/api/";
    /** Whose token it is can only be told once it is known which tokens have ended. */
    private static final int AFTER_THE_OTHERS = Priorities.USER + 100;

    private final RateLimits limits;
    private final Visitor visitor;
    private final Neighbourhoods neighbourhoods;
    private final Limit perToken;
    private final Limit perApp;
    private final Limit perAddress;

    ApiLimits(RateLimits limits, Visitor visitor, Neighbourhoods neighbourhoods, LimitsConfig config) {
        this.limits = limits;
        this.visitor = visitor;
        this.neighbourhoods = neighbourhoods;
        this.perToken = new Limit("token", config.perToken(), config.window());
        this.perApp = new Limit("app", config.perApp(), config.window());
        this.perAddress = new Limit("address", config.perAddress(), config.window());
    }

    /** Nothing to wait for is null: most requests go on at once. */
    @ServerRequestFilter(priority = AFTER_THE_OTHERS)
    public Uni<Void> limit(RoutingContext request) {
        return request.normalizedPath().startsWith(API) ? count(request, counted(request)) : null;
    }

    private Uni<Void> count(RoutingContext request, List<Counted> counted) {
        var inHand = counted.size() == 1 ? counted.get(0).takeInHand(limits) : Optional.<Allowance>empty();
        if (inHand.isPresent()) {
            say(List.of(inHand.get()), request);
            inHand.get().require();
            return null;
        }
        return Multi.createFrom()
                .iterable(counted)
                .onItem()
                .transformToUniAndConcatenate(one -> limits.take(one.limit, one.key))
                .collect()
                .asList()
                .invoke(allowances -> say(allowances, request))
                .invoke(allowances -> allowances.forEach(Allowance::require))
                .replaceWithVoid();
    }

    private record Counted(Limit limit, String key) {

        Optional<Allowance> takeInHand(RateLimits limits) {
            return limits.takeInHand(limit, key);
        }
    }

    private List<Counted> counted(RoutingContext request) {
        var counted = new ArrayList<Counted>();
        visitor.tokenName().ifPresent(token -> counted.add(new Counted(perToken, token)));
        visitor.appName().ifPresent(app -> counted.add(new Counted(perApp, app)));
        if (counted.isEmpty()) {
            counted.add(new Counted(perAddress, neighbourhoods.of(request).name()));
        }
        return counted;
    }

    private static void say(List<Allowance> allowances, RoutingContext request) {
        var headers = request.response().headers();
        headers.set(
                "RateLimit-Policy", allowances.stream().map(ApiLimits::policy).collect(Collectors.joining(", ")));
        headers.set("RateLimit", allowances.stream().map(ApiLimits::state).collect(Collectors.joining(", ")));
    }

    private static String policy(Allowance allowance) {
        var limit = allowance.limit();
        return "\"%s\";q=%d;w=%d"
                .formatted(limit.name(), limit.quota(), limit.window().toSeconds());
    }

    private static String state(Allowance allowance) {
        var seconds = allowance.granted() ? allowance.resetSeconds() : allowance.retryAfterSeconds();
        return "\"%s\";r=%d;t=%d".formatted(allowance.limit().name(), allowance.left(), seconds);
    }
}
