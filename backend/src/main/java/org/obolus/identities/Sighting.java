package org.obolus.identities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.obolus.web.FetchRefused;
import org.obolus.web.Fetched;
import org.obolus.web.WebUrl;

/** What was seen of some tokens at a site, and where it was looked for. */
record Sighting(Map<String, Proof> seen, List<Visit> visits) {

    static final Sighting NOTHING = new Sighting(Map.of(), List.of());

    /** One look at one address; without an answer {@code found} says why. */
    record Visit(WebUrl url, Proof proof, boolean answered, boolean sleeps, String found) {}

    Sighting with(WebUrl url, Proof proof, Fetched page, Set<String> tokens) {
        var found = proof.among(tokens, page);
        var all = new HashMap<String, Proof>();
        found.forEach(token -> all.put(token, proof));
        all.putAll(seen);
        return new Sighting(Map.copyOf(all), plus(new Visit(url, proof, true, false, words(proof, page, found))));
    }

    Sighting with(WebUrl url, Proof proof, FetchRefused refused) {
        var sleeps = refused instanceof FetchRefused.NoAnswer
                || refused instanceof FetchRefused.TooSlow
                || refused instanceof FetchRefused.NoSuchSite
                || refused instanceof FetchRefused.BadCertificate;
        return new Sighting(seen, plus(new Visit(url, proof, false, sleeps, refused.getMessage())));
    }

    boolean has(String token) {
        return seen.containsKey(token);
    }

    boolean hasAll(Set<String> tokens) {
        return seen.keySet().containsAll(tokens);
    }

    boolean isAnswered() {
        return visits.stream().anyMatch(Visit::answered);
    }

    boolean isAnswered(Proof proof) {
        return visits.stream().anyMatch(visit -> visit.proof() == proof && visit.answered());
    }

    /** Nothing more can come from there: nobody listens, or not in time. */
    boolean sleeps(String scheme) {
        return visits.stream()
                .anyMatch(visit -> visit.sleeps() && visit.url().scheme().equals(scheme));
    }

    String words() {
        return visits.stream().map(visit -> visit.url() + ": " + visit.found()).collect(Collectors.joining(" "));
    }

    /** For programs: every address that was looked at, and what was there. */
    List<Map<String, String>> looked() {
        return visits.stream()
                .map(visit -> Map.of("url", visit.url().toString(), "found", visit.found()))
                .toList();
    }

    private List<Visit> plus(Visit visit) {
        var all = new ArrayList<>(visits);
        all.add(visit);
        return List.copyOf(all);
    }

    private static String words(Proof proof, Fetched page, Set<String> found) {
        if (!page.isOk()) {
            return "the answer was " + page.status() + ".";
        }
        if (!found.isEmpty()) {
            return "a token that was looked for.";
        }
        return proof == Proof.FILE
                ? "a file without a line that is the token."
                : "a page without the meta tag " + Proof.META_NAME + " with the token in its head.";
    }
}
