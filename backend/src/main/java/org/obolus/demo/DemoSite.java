package org.obolus.demo;

import java.util.List;
import org.obolus.web.WebUrl;

/** A site of the demo, on another host than the server whose buttons it shows. */
record DemoSite(
        WebUrl server,
        String folder,
        String name,
        String motto,
        String thanks,
        String username,
        List<Article> articles) {

    /** Alice's blog, which is proven. */
    static DemoSite blog(WebUrl server) {
        return new DemoSite(
                server,
                "blog",
                "Small Tides",
                "Alice writes about bread, boats and things that can be mended.",
                "If this was worth something to you, give it a slice of this month’s coin.",
                "alice",
                List.of(
                        Article.of(
                                "blog",
                                "bread-that-waits-for-you",
                                "Bread that waits for you",
                                "A dough for people who have to catch a bus: four minutes in the evening, then nothing.",
                                "bread,baking"),
                        Article.of(
                                "blog",
                                "the-harbour-at-five",
                                "The harbour at five",
                                "Eleven mornings with a recorder, and the order in which things wake up.",
                                "sound,harbour"),
                        Article.of(
                                "blog",
                                "repairing-a-three-speed-hub",
                                "Repairing a three-speed hub",
                                "Forty-one parts on a kitchen table, and a fault of three centimetres.",
                                "bicycles,repair"),
                        Article.of(
                                "blog",
                                "a-year-without-a-feed",
                                "A year without a feed",
                                "What I missed first, what I missed second, and what I read now.",
                                "reading")));
    }

    /** The paper of a small town, whose publisher has never heard of Obolus. */
    static DemoSite news(WebUrl server) {
        return new DemoSite(
                server,
                "news",
                "The Holm Courier",
                "News from the coast since 1891",
                "A reader placed this button. What is given here is held until the Courier claims it.",
                null,
                List.of(
                        Article.of(
                                "news",
                                "the-night-ferry-stays",
                                "The night ferry stays",
                                "Eleven to six: the council keeps the last crossing, with a smaller boat.",
                                "local"),
                        Article.of(
                                "news",
                                "the-library-that-lends-seeds",
                                "The library that lends seeds",
                                "Between sea charts and crime novels there is a chest of drawers full of beans.",
                                "local,gardening")));
    }

    /** The site's name in browsers: every name under localhost leads to this machine. */
    String host() {
        return folder + ".localhost";
    }

    /** Host and port, as proofs name the site. */
    String authority() {
        return host() + ":" + server.port();
    }

    String address() {
        return "http://" + authority() + "/";
    }

    /** Where the buttons come from. */
    public String origin() {
        return server.origin();
    }

    public String address(Article article) {
        return address() + article.slug();
    }

    public String imprint() {
        return "This site belongs to the demo of Obolus; its people are invented.";
    }

    public boolean waves() {
        return username != null;
    }

    String style() {
        return Article.text(folder + ".css");
    }
}
