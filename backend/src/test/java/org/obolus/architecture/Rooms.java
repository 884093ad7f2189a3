package org.obolus.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The packages of the server: in which order they stand, and who receives visitors. */
final class Rooms {

    private static final String HOUSE = "org.obolus.";

    /** Each uses only those before it. */
    static final List<String> IN_ORDER = List.of(
            "problems",
            "money",
            "database",
            "calendar",
            "web",
            "accounts",
            "invitations",
            "ledger",
            "identities",
            "things",
            "budgets",
            "payments",
            "flattrs",
            "settlement",
            "buttons",
            "social",
            "apps",
            "flattrapi",
            "notifications",
            "dashboards",
            "admin",
            "demo");

    static final Set<String> KERNEL = Set.of("problems", "money", "database", "calendar", "web");

    /** Beans that other packages may ask; a second one stands where the first is about something else. */
    static final Map<String, Set<String>> DOORS = Map.ofEntries(
            Map.entry("accounts", Set.of("Accounts", "AppGrants", "Caller", "SiteGrants")),
            Map.entry("invitations", Set.of("Invitations")),
            Map.entry("ledger", Set.of("Ledger")),
            Map.entry("identities", Set.of("Identities", "PageAssignments", "PlatformPeople")),
            Map.entry("things", Set.of("Things")),
            Map.entry("budgets", Set.of("Budgets")),
            Map.entry("payments", Set.of("Payments")),
            Map.entry("flattrs", Set.of("Flattrs", "Subscriptions")),
            Map.entry("settlement", Set.of("Settlement", "Statements")),
            Map.entry("buttons", Set.of("Buttons")),
            Map.entry("social", Set.of("Catalogue", "Thanks")),
            Map.entry("apps", Set.of("Apps")));

    private Rooms() {}

    /** The room of a class of ours; empty for the main class, which stands in front of the house. */
    static String of(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(HOUSE) ? name.substring(HOUSE.length()).split("\\.")[0] : "";
    }
}
