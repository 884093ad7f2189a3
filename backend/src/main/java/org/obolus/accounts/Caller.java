package org.obolus.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obolus.web.Visitor;

/** Whoever sent the current request: nobody, somebody in a browser, or a token that acts for somebody. */
@Named("caller")
@RequestScoped
public class Caller implements Visitor {

    private static final String BEARER = "Bearer ";
    /** Pages check no scopes, for they are shown to persons: a token opens the addresses that are made for programs. */
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/rest/");

    private final RoutingContext request;
    private final Tokens tokens;
    private final SessionCookie cookie;
    private Optional<Grant> grant;

    @Inject
    Caller(RoutingContext request, Tokens tokens, SessionCookie cookie) {
        this.request = request;
        this.tokens = tokens;
        this.cookie = cookie;
    }

    /** For the proxy that stands for this request's caller. */
    protected Caller() {
        this(null, null, null);
    }

    /** @throws AccessRefused when nobody is logged in or the token lacks the scope */
    public AccountId account(Scope scope) {
        return grant(scope).account();
    }

    /**
     * The same with what acts for that account, where it matters which app that is.
     *
     * @throws AccessRefused when nobody is logged in or the token lacks the scope
     */
    public Grant grant(Scope scope) {
        var found = require();
        if (!found.scopes().contains(scope)) {
            throw new AccessRefused.ScopeMissing(scope);
        }
        return found;
    }

    /**
     * The person, at this browser or by a token of their own; for what no app may do in their name.
     *
     * @throws AccessRefused when nobody is logged in, the token lacks the scope, or it is an app's
     */
    public AccountId byOwnHand(Scope scope) {
        var found = grant(scope);
        if (found.app().isPresent()) {
            throw new AccessRefused.NotByAnApp();
        }
        return found.account();
    }

    /** @throws AccessRefused when nobody is logged in or the token has neither scope */
    public AccountId account(Scope scope, Scope orThis) {
        return require().scopes().contains(orThis) ? account(orThis) : account(scope);
    }

    /** The person at this browser or behind this token, whatever its scopes; for what everybody may do with themselves. */
    public Grant require() {
        return grant().orElseThrow(() -> new AccessRefused.NotLoggedIn(sentence()));
    }

    /** The person at this browser; for what no token may do, lest a lost one make itself more powerful. */
    public Grant person() {
        var found = require();
        if (found.kind() != Grant.Kind.BROWSER) {
            throw new AccountRefused.NotWithAToken();
        }
        return found;
    }

    public Optional<AccountId> account() {
        return grant().map(Grant::account);
    }

    @Override
    public Optional<String> username() {
        return grant().map(Grant::username);
    }

    @Override
    public Optional<String> tokenName() {
        return grant().map(found -> found.id().toString());
    }

    @Override
    public Optional<String> appName() {
        return grant().flatMap(Grant::app).map(UUID::toString);
    }

    /**
     * What the forms of this browser's pages carry and no other page can know; empty where nobody is logged in. It goes
     * with the log-in.
     */
    public String formToken() {
        return grant().map(tokens::formToken).orElse("");
    }

    /** Whether a form that was sent is one of this browser's pages. */
    public boolean isFormToken(String sent) {
        return sent != null
                && !sent.isEmpty()
                && MessageDigest.isEqual(sent.getBytes(UTF_8), formToken().getBytes(UTF_8));
    }

    public Optional<Grant> grant() {
        if (grant == null) {
            grant = read();
        }
        return grant;
    }

    private Optional<Grant> read() {
        return authorization()
                .map(this::bearer)
                .orElseGet(() -> cookie.of(request).flatMap(token -> tokens.read(token, Grant.Kind.BROWSER)));
    }

    private Optional<Grant> bearer(String header) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        var token = header.substring(BEARER.length()).strip();
        return tokens.read(token, Grant.Kind.PERSONAL).or(() -> tokens.read(token, Grant.Kind.APP));
    }

    private Optional<String> authorization() {
        return FOR_PROGRAMS.stream().anyMatch(request.normalizedPath()::startsWith)
                ? Optional.ofNullable(request.request().getHeader("Authorization"))
                : Optional.empty();
    }

    private String sentence() {
        return authorization().isEmpty()
                ? "Log in, or send a token in the Authorization header."
                : "This token is not valid here: it is expired, ended, or was made for something else.";
    }
}
