package org.obolus.examples;

import java.net.URI;
import java.util.List;
import org.obolus.client.AddressCount;
import org.obolus.client.Category;
import org.obolus.client.Flattrable;
import org.obolus.client.ObolusClient;
import org.obolus.client.Outcome;
import org.obolus.client.PaymentLink;
import org.obolus.client.Registered;
import org.obolus.client.Search;
import org.obolus.client.Site;
import org.obolus.client.SiteHost;

/** What a blog needs: a proof that it is yours, registered posts, links for its feed, numbers for its pages. */
public final class Blog {

    private Blog() {}

    /** What to place where, before {@link ObolusClient#sites()} can verify it. */
    public static Site claim(ObolusClient client, URI home) {
        // snippet: claim
        var site = client.sites().ask(SiteHost.of(home));
        System.out.println("Put " + site.fileLine() + " into " + site.fileUrl());
        System.out.println("or " + site.metaTag() + " into the head of the home page,");
        System.out.println("then call client.sites().verify(site.host()).");
        // end
        return site;
    }

    /** Registers a post. */
    public static Registered register(ObolusClient client, URI address) {
        // snippet: register
        var post = Flattrable.at(address)
                .titled("Bread that waits for you")
                .of(Category.TEXT)
                .in("en_GB")
                .tagged("bread", "baking");
        var registered = client.things().register(post);
        System.out.println(registered.detail()); // whose it is, and what to do about it
        // end
        return registered;
    }

    /** Registers everything that a blog has; sent again, it changes nothing. */
    public static List<Outcome> registerAll(ObolusClient client, List<Flattrable> posts) {
        // snippet: register-all
        var outcomes = client.things().registerAll(posts); // 500 in each call
        for (var outcome : outcomes) {
            outcome.problem().ifPresent(problem -> System.out.println(outcome.url() + ": " + problem.detail()));
        }
        // end
        return outcomes;
    }

    /** The element for a feed's entry. */
    public static String paymentLink(ObolusClient client, URI address) {
        // snippet: payment-link
        var link = PaymentLink.of(client.server(), Flattrable.at(address).by("alice"));
        var element = link.atom(); // <link rel="payment" …/>
        // end
        return element;
    }

    /** How often these pages were flattred. */
    public static List<AddressCount> counts(ObolusClient client, List<URI> pages) {
        // snippet: counts
        var counts = client.counts().of(pages);
        counts.forEach(count -> System.out.println(count.url() + ": " + count.flattrs()));
        // end
        return counts;
    }

    /** What others wrote about the same, the most flattred first. */
    public static List<String> alike(ObolusClient client, String tag) {
        // snippet: search
        var wanted = Search.everything().tagged(tag + " & !wine").sorted(Search.Order.FLATTRS);
        var titles = client.catalogue()
                .search(wanted)
                .limit(10)
                .map(found -> found.thing().title().orElse("untitled"))
                .toList();
        // end
        return titles;
    }
}
