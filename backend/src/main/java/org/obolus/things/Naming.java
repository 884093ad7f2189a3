package org.obolus.things;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.obolus.accounts.AccountId;

/** The usernames that a page names for itself, by the strength of the sign: meta tag, rel=me, button or payment link. */
record Naming(List<Set<String>> byStrength) {

    static final Naming NOBODY = new Naming(List.of());

    Collection<String> usernames() {
        return byStrength.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Whom the strongest sign that names anybody here names; nobody where it names several. */
    Optional<AccountId> whom(Map<String, AccountId> known) {
        return byStrength.stream()
                .map(names -> accounts(names, known))
                .filter(accounts -> !accounts.isEmpty())
                .findFirst()
                .filter(accounts -> accounts.size() == 1)
                .map(accounts -> accounts.iterator().next());
    }

    private static Set<AccountId> accounts(Set<String> names, Map<String, AccountId> known) {
        return names.stream()
                .map(name -> known.get(name.toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
