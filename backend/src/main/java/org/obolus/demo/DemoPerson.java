package org.obolus.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.obolus.money.Money;

/** The invented people of the demo, what they have, and what they have flattred before anybody looks. */
enum DemoPerson {
    ALICE("tides-and-loaves", "creator, owns the blog", null, null, List.of(), List.of()),
    BOB("coffee-on-the-mole", "supporter, budget 5.00", "5.00", "20.00", List.of(0, 1), List.of()),
    CAROL("second-gear-lost", "supporter, budget 2.00", "2.00", "10.00", List.of(0), List.of(0)),
    DAVE("ferry-at-21-40", "supporter, budget 10.00", "10.00", "10.00", List.of(0, 2, 3), List.of(1)),
    OLGA("counting-every-coin", "operator", null, null, List.of(), List.of());

    private final String password;
    private final String role;
    private final String budget;
    private final String funds;
    private final List<Integer> postsFlattred;
    private final List<Integer> newsFlattred;

    DemoPerson(
            String password,
            String role,
            String budget,
            String funds,
            List<Integer> postsFlattred,
            List<Integer> newsFlattred) {
        this.password = password;
        this.role = role;
        this.budget = budget;
        this.funds = funds;
        this.postsFlattred = postsFlattred;
        this.newsFlattred = newsFlattred;
    }

    String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    String email() {
        return username() + "@mail.example";
    }

    String password() {
        return password;
    }

    String role() {
        return role;
    }

    Optional<Money> budget() {
        return Optional.ofNullable(budget).map(Money::of);
    }

    Money funds() {
        return Money.of(funds);
    }

    List<String> flattred(DemoSite blog, DemoSite news) {
        var addresses = new ArrayList<String>();
        postsFlattred.forEach(post -> addresses.add(blog.address(blog.articles().get(post))));
        newsFlattred.forEach(item -> addresses.add(news.address(news.articles().get(item))));
        return addresses;
    }
}
