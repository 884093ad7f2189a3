package org.obolus.identities;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obolus.web.FetchRefused;
import org.obolus.web.Fetched;
import org.obolus.web.WebUrl;

/** Whose proofs were seen at a site, the strongest of each, and where they were looked for. */
record Sighting(Map<Sought, Proof> seen, List<Visit> visits) {

    static final Sighting NOTHING = new Sighting(Map.of(), List.of());
    private static final Set<Outcome> ANSWERS = EnumSet.of(Outcome.ANSWER, Outcome.TROUBLE);
    private static final Set<Outcome> CERTAIN = EnumSet.of(Outcome.ANSWER, Outcome.REFUSAL);

    /** One look in one place; {@code found} says what was there, or why nobody knows. */
    record Visit(String address, Place place, Outcome outcome, String found) {}

    /** What a look is worth: an answer, only trouble, a refusal that will be the same tomorrow, or nobody there. */
    enum Outcome {
        ANSWER,
        TROUBLE,
        REFUSAL,
        SILENCE;

        private static final int TOO_MANY_REQUESTS = 429;

        static Outcome of(Fetched page) {
            return page.status() >= 500 || page.status() == TOO_MANY_REQUESTS ? TROUBLE : ANSWER;
        }

        static Outcome of(FetchRefused refused) {
            var sleeps = refused instanceof FetchRefused.NoAnswer
                    || refused instanceof FetchRefused.TooSlow
                    || refused instanceof FetchRefused.NoSuchSite
                    || refused instanceof FetchRefused.NoNameServer
                    || refused instanceof FetchRefused.BadCertificate;
            return sleeps ? SILENCE : REFUSAL;
        }
    }

    Sighting with(WebUrl url, Place place, Fetched page, Set<Sought> all, Map<Sought, Proof> found) {
        return plus(new Visit(url.toString(), place, Outcome.of(page), words(place, page, all, found)), found);
    }

    /** @param name what the name servers were asked about */
    Sighting with(String name, Map<Sought, Proof> found) {
        return plus(new Visit(address(name), Place.DNS, Outcome.ANSWER, words(found)), found);
    }

    Sighting with(WebUrl url, Place place, FetchRefused refused) {
        return plus(new Visit(url.toString(), place, Outcome.of(refused), refused.getMessage()), Map.of());
    }

    Sighting with(String name, FetchRefused refused) {
        return plus(new Visit(address(name), Place.DNS, Outcome.of(refused), refused.getMessage()), Map.of());
    }

    boolean has(Sought one) {
        return seen.containsKey(one);
    }

    Optional<Proof> proof(Sought one) {
        return Optional.ofNullable(seen.get(one));
    }

    /** Somebody's proof is there, and the other's is a weaker one or gone. */
    boolean isStrongerFor(Sought one, Sought other) {
        return has(one) && (!has(other) || seen.get(one).isStrongerThan(seen.get(other)));
    }

    boolean hasAll(Set<Sought> all) {
        return seen.keySet().containsAll(all);
    }

    /** The site itself said something. */
    boolean isAnswered() {
        return isAnswered(Place.FILE) || isAnswered(Place.HOME_PAGE);
    }

    boolean isAnswered(Place place) {
        return outcomes(place).anyMatch(ANSWERS::contains);
    }

    /** What was not seen is not there: every place that was looked at could be read, or will never be. */
    boolean isWhole() {
        return visits.stream().map(Visit::place).distinct().allMatch(this::isRead);
    }

    /** A page is the same over https and over http; the records of two names are not. */
    private boolean isRead(Place place) {
        return place == Place.DNS
                ? outcomes(place).allMatch(CERTAIN::contains)
                : outcomes(place).anyMatch(CERTAIN::contains);
    }

    private Stream<Outcome> outcomes(Place place) {
        return visits.stream().filter(visit -> visit.place() == place).map(Visit::outcome);
    }

    /** Nothing more can come from there: nobody listens, or not in time. */
    boolean sleeps(String scheme) {
        return visits.stream()
                .anyMatch(visit ->
                        visit.outcome() == Outcome.SILENCE && visit.address().startsWith(scheme + ":"));
    }

    String words() {
        return visits.stream()
                .map(visit -> visit.address() + ": " + visit.found())
                .collect(Collectors.joining(" "));
    }

    /** For programs: every address that was looked at, and what was there. */
    List<Map<String, String>> looked() {
        return visits.stream()
                .map(visit -> Map.of("url", visit.address(), "found", visit.found()))
                .toList();
    }

    private Sighting plus(Visit visit, Map<Sought, Proof> found) {
        var everybody = new HashMap<>(found);
        everybody.putAll(seen);
        var all = new ArrayList<>(visits);
        all.add(visit);
        return new Sighting(Map.copyOf(everybody), List.copyOf(all));
    }

    /** As RFC 4501 writes it. */
    private static String address(String name) {
        return "dns:" + name + "?type=TXT";
    }

    private static String words(Map<Sought, Proof> found) {
        return found.isEmpty() ? "no record " + Sought.NAME + " with the token." : "a token that was looked for.";
    }

    /** Whoever has no account has no profile to link to. */
    private static String words(Place place, Fetched page, Set<Sought> all, Map<Sought, Proof> found) {
        if (!page.isOk()) {
            return "the answer was " + page.status() + ".";
        }
        if (!found.isEmpty()) {
            return found.containsValue(Proof.REL_ME) ? "a link that was looked for." : "a token that was looked for.";
        }
        return place == Place.FILE
                ? "a file without a line that is the token."
                : "a page without the meta tag " + Sought.NAME + " with the token"
                        + (all.stream().anyMatch(one -> one.whose().isPresent()) ? ", or a link to the profile," : "")
                        + " in its head.";
    }
}
