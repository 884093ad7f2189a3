package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.stream.Stream;
import org.obolus.web.Neighbourhoods;

/** Begins and ends the log-in of the browser that sent the current request. */
@RequestScoped
class Sessions {

    private final RoutingContext request;
    private final Accounts accounts;
    private final Caller caller;
    private final AccountsConfig config;
    private final SessionCookie cookie;
    private final Neighbourhoods neighbourhoods;
    private final Instance<LeftBehind> leftBehind;

    @Inject
    Sessions(
            RoutingContext request,
            Accounts accounts,
            Caller caller,
            AccountsConfig config,
            SessionCookie cookie,
            Neighbourhoods neighbourhoods,
            @Any Instance<LeftBehind> leftBehind) {
        this.request = request;
        this.accounts = accounts;
        this.caller = caller;
        this.config = config;
        this.cookie = cookie;
        this.neighbourhoods = neighbourhoods;
        this.leftBehind = leftBehind;
    }

    /** A log-in and the cookie that carries it. */
    record Begun(Grant grant, NewCookie cookie) {}

    /** Ends the log-in that this browser had before, if any. */
    Uni<Begun> begin(String name, Password password) {
        var browser = BrowserName.of(request.request().getHeader(HttpHeaders.USER_AGENT));
        return accounts.logIn(name, password, neighbourhoods.of(request), browser.value())
                .call(issued -> endPrevious())
                .map(issued -> new Begun(issued.grant(), cookie.holding(issued.token(), config.browserLasts())));
    }

    /** Ends what this request came with, a log-in or a token; answers the cookies that remove what the browser had of its person. */
    Uni<NewCookie[]> end() {
        return endPrevious()
                .map(ended -> Stream.concat(
                                Stream.of(cookie.removed()), leftBehind.stream().map(LeftBehind::removed))
                        .toArray(NewCookie[]::new));
    }

    private Uni<Boolean> endPrevious() {
        return caller.grant().map(accounts::end).orElse(Uni.createFrom().item(false));
    }
}
