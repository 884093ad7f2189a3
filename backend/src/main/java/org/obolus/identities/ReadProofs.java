package org.obolus.identities;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.obolus.web.Fetched;
import org.obolus.web.WebUrl;

/** Finds proofs in what a site and its name servers say. */
@ApplicationScoped
class ReadProofs {

    private final ProfileLinks profiles;

    ReadProofs(@ConfigProperty(name = "obolus.url") String url) {
        this.profiles = ProfileLinks.below(url);
    }

    Map<Sought, Proof> in(Place place, Set<Sought> all, Fetched page) {
        if (!page.isOk()) {
            return Map.of();
        }
        return place == Place.FILE
                ? inFile(all, page)
                : inHead(all, Jsoup.parse(page.text()).head(), page.finalUrl());
    }

    Map<Sought, Proof> inTexts(Set<Sought> all, List<String> texts) {
        return found(all, Proof.DNS, among(texts, one -> Sought.text(one.token())));
    }

    private static Map<Sought, Proof> inFile(Set<Sought> all, Fetched file) {
        var lines = file.text().lines().map(line -> line.replace("\uFEFF", "")).toList();
        return found(all, Proof.FILE, among(lines, Sought::token));
    }

    /**
     * Only the head counts. A body quotes visitors; and on the home page of a blog it shows what each of its authors
     * writes, whose own pages it may prove (money.md, rule 10), but not everybody else's.
     */
    private Map<Sought, Proof> inHead(Set<Sought> all, Element head, WebUrl url) {
        var tokens = head.select("meta[name=" + Sought.NAME + "]").stream()
                .map(meta -> meta.attr("content"))
                .toList();
        var usernames = profiles.usernames(head, url)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        var found = found(
                all,
                Proof.REL_ME,
                among(usernames, one -> one.username().orElse("").toLowerCase(Locale.ROOT)));
        found.putAll(found(all, Proof.META, among(tokens, Sought::token)));
        return found;
    }

    private static Predicate<Sought> among(Collection<String> written, Function<Sought, String> sign) {
        var there = written.stream().map(String::strip).collect(Collectors.toSet());
        return one -> !sign.apply(one).isEmpty() && there.contains(sign.apply(one));
    }

    private static Map<Sought, Proof> found(Set<Sought> all, Proof proof, Predicate<Sought> isThere) {
        return new HashMap<>(all.stream().filter(isThere).collect(Collectors.toMap(one -> one, one -> proof)));
    }
}
