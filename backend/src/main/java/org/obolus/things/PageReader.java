package org.obolus.things;

import static org.obolus.identities.ProfileLinks.address;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.obolus.web.Fetched;
import org.obolus.web.Relations;
import org.obolus.web.WebUrl;

/** Finds out of a page's HTML whom it names as its own (money.md, rule 10). */
final class PageReader {

    private static final String META = "meta[name=obolus:account], meta[name=flattr:id]";
    private static final String LINKS = "a[href], link[href]";
    private static final String BUTTONS = "a.FlattrButton";
    private static final String ELEMENTS = "flattr-button[by]";
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{1,29}");

    private final OurAddresses ours;
    private final Document page;
    private final WebUrl base;
    private final String key;

    private PageReader(OurAddresses ours, ThingUrl thing, Fetched fetched) {
        this.ours = ours;
        this.page = Jsoup.parse(fetched.text());
        this.key = thing.key();
        this.base = address(page.select("base[href]").attr("href"), fetched.finalUrl())
                .orElse(fetched.finalUrl());
    }

    static Naming read(OurAddresses ours, ThingUrl thing, Fetched fetched) {
        var reader = new PageReader(ours, thing, fetched);
        return new Naming(List.of(
                usernames(reader.metaTags()),
                usernames(reader.linksToMe()),
                usernames(reader.buttonsAndPaymentLinks())));
    }

    private Stream<String> metaTags() {
        return page.head().select(META).stream().map(meta -> meta.attr("content"));
    }

    private Stream<String> linksToMe() {
        return ours.profiles().usernames(page, base);
    }

    private Stream<String> buttonsAndPaymentLinks() {
        var buttons = foreignButtons() ? Stream.<String>empty() : buttons();
        return Stream.of(buttons, elements(), paymentLinks()).flatMap(names -> names);
    }

    private Stream<String> buttons() {
        return page.select(BUTTONS).stream()
                .filter(anchor -> !isByAVisitor(anchor))
                .map(ButtonMarkup::of)
                .filter(button -> isThisPage(button.url()))
                .map(ButtonMarkup::username);
    }

    private Stream<String> elements() {
        return page.select(ELEMENTS).stream()
                .filter(element -> isThisPage(element.attr(element.hasAttr("url") ? "url" : "href")))
                .map(element -> element.attr("by"));
    }

    private Stream<String> paymentLinks() {
        return links().filter(
                        link -> link.normalName().equals("a") || relations(link).has("payment"))
                .flatMap(link -> address(link.attr("href"), base).stream())
                .flatMap(address -> ours.submission(address).stream())
                .filter(submission -> isThisPage(submission.url()))
                .map(OurAddresses.Submission::username);
    }

    /** The same markup names people of another server where that server's script draws the buttons. */
    private boolean foreignButtons() {
        var scripts = page.select("script").stream()
                .map(script -> script.attr("src") + script.data())
                .toList();
        return scripts.stream().anyMatch(script -> script.contains("flattr.com"))
                && scripts.stream().noneMatch(ours::areNamedIn);
    }

    private boolean isThisPage(String written) {
        return written.isBlank()
                || address(written, base).filter(url -> url.key().equals(key)).isPresent();
    }

    private Stream<Element> links() {
        return page.select(LINKS).stream().filter(link -> !relations(link).areOfAVisitor());
    }

    /** Authors write nofollow before the list of a button's properties; software adds it to a visitor's link after it. */
    private static boolean isByAVisitor(Element button) {
        var relations = button.attr("rel");
        var list = Math.max(0, relations.indexOf("flattr;"));
        return Relations.of(relations.substring(0, list)).without("nofollow").areOfAVisitor()
                || Relations.of(relations.substring(list)).areOfAVisitor();
    }

    private static Relations relations(Element link) {
        return Relations.of(link.attr("rel"));
    }

    private static Set<String> usernames(Stream<String> written) {
        return written.map(String::strip)
                .filter(name -> USERNAME.matcher(name).matches())
                .collect(Collectors.toSet());
    }
}
