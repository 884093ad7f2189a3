package org.obolus.client;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Speaks to one Obolus server. It can be shared by all threads; make one and keep it.
 *
 * <p>Every method fails with an {@link ObolusException}, and waits no longer than the timeout for each of its attempts.
 */
public final class ObolusClient {

    private final Line line;
    private final AsyncObolusClient later;

    ObolusClient(Settings settings) {
        this.line = new Line(settings);
        this.later = new AsyncObolusClient(line);
    }

    /**
     * As the environment says: {@code OBOLUS_URL} is the address of the server, {@code OBOLUS_TOKEN} a token, which may
     * be missing.
     *
     * @throws IllegalStateException when there is no address
     */
    public static ObolusClient fromEnv() {
        return from(System.getenv());
    }

    /** Without a token: for what everybody can read. */
    public static ObolusClient at(URI server) {
        return builder(server).build();
    }

    public static ObolusClientBuilder builder(URI server) {
        return new ObolusClientBuilder(server);
    }

    static ObolusClient from(Map<String, String> environment) {
        var server = Optional.ofNullable(environment.get("OBOLUS_URL"))
                .filter(url -> !url.isBlank())
                .orElseThrow(() -> new IllegalStateException(
                        "Say in the environment variable OBOLUS_URL where the server is, for example"
                                + " https://obolus.example."));
        var builder = builder(URI.create(server.strip()));
        Optional.ofNullable(environment.get("OBOLUS_TOKEN"))
                .filter(token -> !token.isBlank())
                .ifPresent(token -> builder.token(token.strip()));
        return builder.build();
    }

    Line line() {
        return line;
    }

    public URI server() {
        return line.server();
    }

    /** The limit of requests as the server named it with its last answer; nothing before the first, or without limits. */
    public Optional<RateLimit> lastSeenLimit() {
        return line.limit();
    }

    /** The same, without waiting for the answers. */
    public AsyncObolusClient async() {
        return later;
    }

    public Accounts accounts() {
        return new Accounts(later.accounts());
    }

    public Apps apps() {
        return new Apps(later.apps());
    }

    public Assignments assignments() {
        return new Assignments(later.assignments());
    }

    public Budgets budgets() {
        return new Budgets(later.budgets());
    }

    public Catalogue catalogue() {
        return new Catalogue(later.catalogue());
    }

    public Counts counts() {
        return new Counts(later.counts());
    }

    public Deposits deposits() {
        return new Deposits(later.deposits());
    }

    public Flattrs flattrs() {
        return new Flattrs(later.flattrs());
    }

    public Funds funds() {
        return new Funds(later.funds());
    }

    public Hooks hooks() {
        return new Hooks(later.hooks());
    }

    public Identities identities() {
        return new Identities(later.identities());
    }

    public Operators operators() {
        return new Operators(later.operators());
    }

    public People people() {
        return new People(later.people());
    }

    public Profiles profiles() {
        return new Profiles(later.profiles());
    }

    public Revenues revenues() {
        return new Revenues(later.revenues());
    }

    public Sites sites() {
        return new Sites(later.sites());
    }

    public Statements statements() {
        return new Statements(later.statements());
    }

    public Subscriptions subscriptions() {
        return new Subscriptions(later.subscriptions());
    }

    public Things things() {
        return new Things(later.things());
    }
}
