package org.obolus.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.obolus.accounts.AccountId;
import org.obolus.things.Category;
import org.obolus.things.Changes;
import org.obolus.things.ThingUrl;
import org.obolus.things.Things;

/** Registers the blog's posts as its owner would, with their titles. */
@ApplicationScoped
class SeedPosts {

    private final Things things;
    private final DemoSites sites;

    SeedPosts(Things things, DemoSites sites) {
        this.things = things;
        this.sites = sites;
    }

    Uni<Void> register(AccountId alice) {
        return Seed.eachOf(sites.blog().articles(), article -> register(alice, article));
    }

    private Uni<Void> register(AccountId alice, Article article) {
        var url = ThingUrl.of(sites.blog().address(article));
        return things.find(url)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().voidItem()
                        : things.register(alice, url, texts(article)).replaceWithVoid());
    }

    private static Changes texts(Article article) {
        return Changes.of(new Changes.Written(
                article.title(),
                article.lead(),
                Category.TEXT.toString(),
                "en_GB",
                List.of(article.tags().split(",")),
                false));
    }
}
