package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

/** The same people on two servers: those of one are registered in one call, those of the other one by one. */
@QuarkusTest
class RegisteringManyProfilesTest {

    /** What there was of somebody's thing before. */
    private enum Before {
        NOTHING,
        THEIR_THING,
        OF_AN_OLD_NAME,
        OF_WORDS_OF_THEIR_OWN,
        DELETED
    }

    private record Member(int id, Before before, String owner, boolean isDescribed, boolean byTheirPageHere) {

        String name() {
            return "Member " + id;
        }
    }

    @Inject
    People people;

    @Inject
    Books books;

    @ConfigProperty(name = "obolus.url")
    String server;

    private Person bob;
    private Map<String, Long> owners;
    private List<Member> members;

    @BeforeEach
    void begin() {
        bob = people.person("bob");
        owners = Map.of("bob", bob.id(), "carol", people.person("carol").id());
        members = new ArrayList<>();
        for (var before : Before.values()) {
            for (var owner : List.of("nobody", "bob", "carol")) {
                for (var isDescribed : List.of(true, false)) {
                    for (var byTheirPageHere : List.of(true, false)) {
                        members.add(new Member(members.size(), before, owner, isDescribed, byTheirPageHere));
                    }
                }
            }
        }
    }

    @Test
    void makesOfEachWhatASingleRegistrationMakesOfThem() {
        var together = membersOf("together" + bob.id() + ".example");
        var alone = membersOf("alone" + bob.id() + ".example");
        var before = things(alone);
        assertThat(things(together)).isEqualTo(before);

        var outcomes = bob.asks()
                .body(Map.of("things", sent(together)))
                .post("/api/v1/things/bulk")
                .then()
                .statusCode(200)
                .extract()
                .<List<Map<String, Object>>>path("outcomes");
        var singles = sent(alone).stream()
                .map(thing -> bob.asks().body(thing).post("/api/v1/things"))
                .toList();

        var after = things(alone);
        assertThat(things(together)).isEqualTo(after);
        for (var member : members) {
            var outcome = outcomes.get(member.id());
            var single = singles.get(member.id());
            assertThat(outcome)
                    .as(member.toString())
                    .containsEntry("status", status(before.get(member.id()), after.get(member.id())))
                    .containsEntry("owned", single.path("owned"));
            assertThat(said(outcome)).as(member.toString()).isEqualTo(said(single.path("")));
            assertThat(single.statusCode()).isEqualTo("created".equals(outcome.get("status")) ? 201 : 200);
        }
    }

    @Test
    void changesNothingWhenItIsSentAgain() {
        var host = "again" + bob.id() + ".example";
        var things = Map.of("things", sent(membersOf(host)));
        bob.asks().body(things).post("/api/v1/things/bulk");
        var before = things(host);

        var again = bob.asks().body(things).post("/api/v1/things/bulk");

        assertThat(again.<List<String>>path("outcomes.status"))
                .hasSize(members.size())
                .containsOnly("unchanged");
        assertThat(things(host)).isEqualTo(before);
    }

    private static String status(String before, String after) {
        return before.isEmpty() ? "created" : before.equals(after) ? "unchanged" : "changed";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> said(Map<String, Object> answer) {
        var thing = new HashMap<>((Map<String, Object>) answer.getOrDefault("thing", answer));
        thing.keySet().retainAll(List.of("title", "description", "category", "language", "tags", "hidden", "owner"));
        return thing;
    }

    private List<Map<String, Object>> sent(String host) {
        return members.stream().map(member -> sent(host, member)).toList();
    }

    private Map<String, Object> sent(String host, Member member) {
        var url = member.byTheirPageHere() ? page(host, member) : "https://" + host + "/@member" + member.id();
        return member.isDescribed()
                ? Map.of("url", url, "title", "Said by bob", "tags", List.of("bread"), "category", "audio")
                : Map.of("url", url);
    }

    private String page(String host, Member member) {
        return server + "/on/mastodon:" + host + "/" + member.id();
    }

    /** What is kept of each, as text; empty where there is no thing. */
    private List<String> things(String host) {
        var kept = books.text("""
                select string_agg(case when t.id is null then '' else row(t.title, t.description, t.category, t.language,
                    t.tags, t.hidden, t.deleted_at is null, t.author, p.thing_title)::text end,
                    E'\\n' order by p.user_id::int)
                from platform_users p left join things t on t.identity_id = p.identity_id where p.platform = ?""", "mastodon:" + host);
        return Arrays.asList(kept.split("\n", -1));
    }

    /** @return the same host */
    private String membersOf(String host) {
        for (var member : members) {
            books.run(
                    "insert into identities (name, account_id) values (?, ?::bigint)",
                    identity(host, member),
                    owners.get(member.owner()));
            books.run(
                    """
                    insert into platform_users (identity_id, platform, user_id, handle, display_name, profile, seen_at,
                        thing_title)
                    select id, ?, ?, ?, ?, 'https://profile.example/', calendar_now(), ? from identities where name = ?
                    """,
                    "mastodon:" + host,
                    "" + member.id(),
                    "member" + member.id(),
                    member.name(),
                    titleBefore(member),
                    identity(host, member));
            if (member.before() != Before.NOTHING) {
                thing(host, member);
            }
        }
        return host;
    }

    private void thing(String host, Member member) {
        var url = page(host, member);
        books.run(
                """
                insert into things (url, url_key, identity_id, category, title, created_at, updated_at, deleted_at)
                select ?, ?, id, 'people', ?, calendar_now(), calendar_now(),
                    case when ? then calendar_now() end from identities where name = ?""",
                url,
                ThingUrl.of(url).key(),
                member.before() == Before.OF_WORDS_OF_THEIR_OWN ? "Words of my own" : titleBefore(member),
                member.before() == Before.DELETED,
                identity(host, member));
    }

    private static String titleBefore(Member member) {
        return switch (member.before()) {
            case NOTHING -> null;
            case OF_AN_OLD_NAME -> "Somebody on Mastodon";
            default -> member.name() + " on Mastodon";
        };
    }

    private static String identity(String host, Member member) {
        return "mastodon:" + host + ":user:id:" + member.id();
    }
}
