package org.obolus.identities;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.obolus.web.Fetched;

/** Where somebody shows that a site is theirs, strongest first. */
enum Proof {
    FILE("/.well-known/obolus.txt") {
        @Override
        Stream<String> tokens(Fetched page) {
            return page.text().lines().map(line -> line.replace("\uFEFF", ""));
        }
    },
    META("/") {
        // A body may quote its visitors, a head hardly ever does.
        @Override
        Stream<String> tokens(Fetched page) {
            return Jsoup.parse(page.text()).head().select("meta[name=" + META_NAME + "]").stream()
                    .map(Proof::content);
        }
    };

    static final String META_NAME = "obolus-verification";

    private final String path;

    Proof(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Those of these tokens that stand there. */
    Set<String> among(Set<String> tokens, Fetched page) {
        return page.isOk()
                ? tokens(page).map(String::strip).filter(tokens::contains).collect(Collectors.toSet())
                : Set.of();
    }

    abstract Stream<String> tokens(Fetched page);

    private static String content(Element meta) {
        return meta.attr("content");
    }

    /** As the claims name it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
