package org.obolus.buttons;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.obolus.identities.Found;
import org.obolus.identities.IdentityName;
import org.obolus.identities.PlatformUserId;
import org.obolus.things.Offered;
import org.obolus.things.ThingUrl;
import org.obolus.web.UrlRefused;

/**
 * What an auto-submit address says about the page that it was written for.
 *
 * <p>Only the address of the page is taken at its word. Everything else is what that page claims: it is shown as such,
 * and goes nowhere (money.md, rule 10).
 *
 * @param said the parameters, to keep them through log-in and top-up: what names somebody is among them where it is a name
 *     of an account or a number on a platform, and never an e-mail address
 * @param typed whom it offers by an e-mail address
 */
record Submission(ThingUrl url, Map<String, String> said, Optional<Found.Somebody> typed, boolean popout) {

    private static final String POPOUT = "popout";
    private static final List<String> KNOWN = List.of(
            "url", "user_id", "owner", "title", "description", "language", "tags", "hidden", "category", POPOUT);
    private static final Set<String> NAMING = Set.of("user_id", "owner");
    private static final String USERNAME = "[A-Za-z0-9][A-Za-z0-9_-]{1,29}";
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_DESCRIPTION = 280;

    /** A longer address is not taken back by every page on the way, so the longest of the claims is left out of it. */
    private static final int LONGEST_QUERY = 7900;

    /**
     * With an owner alone, who is somebody, their page here is meant.
     *
     * @param offered who that is
     * @throws UrlRefused when the page has no address that could be flattred
     */
    static Submission of(MultivaluedMap<String, String> query, Optional<Offered> offered) {
        var said = new LinkedHashMap<String, String>();
        KNOWN.stream()
                .filter(name ->
                        query.getFirst(name) != null && !query.getFirst(name).isBlank())
                .filter(name -> !NAMING.contains(name) || namesSomebody(query.getFirst(name)))
                .forEach(name -> said.put(name, query.getFirst(name)));
        if (!said.containsKey("url")) {
            offered.ifPresent(somebody -> said.put("url", somebody.url().toString()));
        }
        return new Submission(
                ThingUrl.of(said.get("url")), said, offered.flatMap(Offered::typed), "1".equals(said.get(POPOUT)));
    }

    private static boolean namesSomebody(String written) {
        return written.matches(USERNAME)
                || PlatformUserId.of(new IdentityName(written)).isPresent();
    }

    /** Whom it offers, where it offers no page. */
    static Optional<String> owner(MultivaluedMap<String, String> query) {
        return Optional.ofNullable(query.getFirst("url"))
                        .filter(url -> !url.isBlank())
                        .isPresent()
                ? Optional.empty()
                : Optional.ofNullable(query.getFirst("owner"))
                        .or(() -> Optional.ofNullable(query.getFirst("user_id")))
                        .filter(owner -> !owner.isBlank());
    }

    /** The same address again. */
    String query() {
        var whole = written(said);
        if (whole.length() <= LONGEST_QUERY) {
            return whole;
        }
        var needed = new LinkedHashMap<>(said);
        needed.remove("description");
        var shorter = written(needed);
        return shorter.length() <= LONGEST_QUERY ? shorter : barest();
    }

    /** The address of the page as it was written, by which the page's own frame knows it. */
    public String address() {
        return said.get("url");
    }

    public Optional<String> title() {
        return Claim.of(said.get("title"), LONGEST_TITLE);
    }

    public Optional<String> description() {
        return Claim.of(said.get("description"), LONGEST_DESCRIPTION);
    }

    /** The account that the page says it is by, or the person on another platform. */
    public Optional<String> maker() {
        return Optional.ofNullable(said.get("user_id"))
                .filter(name -> name.matches(USERNAME))
                .or(() -> named(said).map(person -> person.identity().value()));
    }

    private static Optional<PlatformUserId> named(Map<String, String> said) {
        return Optional.ofNullable(said.getOrDefault("owner", said.get("user_id")))
                .flatMap(written -> PlatformUserId.of(new IdentityName(written)));
    }

    private String barest() {
        return "url=" + Place.encoded(url.toString()) + (popout ? "&popout=1" : "");
    }

    private static String written(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Place.encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }
}
