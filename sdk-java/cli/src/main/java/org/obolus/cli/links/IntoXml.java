package org.obolus.cli.links;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.obolus.cli.feeds.Document;
import org.obolus.cli.feeds.Entry;
import org.obolus.cli.feeds.ItemReader;
import org.obolus.cli.feeds.Kind;
import org.obolus.cli.feeds.Markup;
import org.obolus.cli.feeds.Post;

/** Copies RSS or Atom letter by letter, with a payment link before the end of each post. */
final class IntoXml {

    private static final String ATOM = "xmlns:atom=\"http://www.w3.org/2005/Atom\"";
    private static final Pattern BOUND = Pattern.compile("\\sxmlns:atom\\s*=");
    private static final Pattern BOUND_TO_ATOM =
            Pattern.compile("\\sxmlns:atom\\s*=\\s*[\"']http://www\\.w3\\.org/2005/Atom[\"']");
    private static final Pattern PAYMENT = Pattern.compile("\\srel\\s*=\\s*[\"']payment[\"']");

    private final PaymentLinks links;
    private final Kind kind;
    private final List<Entry> entries;
    private int nth;
    private boolean isRootSeen;
    private boolean isBoundElsewhere;

    IntoXml(PaymentLinks links, Kind kind, List<Entry> entries) {
        this.links = links;
        this.kind = kind;
        this.entries = entries;
    }

    void copy(Document document, Writer out) throws IOException {
        if (document.isMarked()) {
            out.write('\uFEFF');
        }
        try (var text = document.text()) {
            var in = ItemReader.of(text, kind);
            for (var piece = in.next(); piece.isPresent(); piece = in.next()) {
                out.write(written(piece.get().place(), piece.get().markup()));
            }
        }
    }

    private String written(ItemReader.Place place, Markup markup) {
        return switch (place) {
            case OUTSIDE -> outside(markup);
            case BEGIN -> markup.raw();
            case WITHIN -> isOurs(markup) ? "" : markup.raw();
            case END -> link(markup) + markup.raw();
            case EMPTY -> {
                nth++;
                yield markup.raw();
            }
        };
    }

    /** The prefix is bound once for all, where the feed has not bound it to something else. */
    private String outside(Markup markup) {
        if (isRootSeen || markup.type() != Markup.Type.START) {
            return markup.raw();
        }
        isRootSeen = true;
        isBoundElsewhere = BOUND.matcher(markup.raw()).find()
                && !BOUND_TO_ATOM.matcher(markup.raw()).find();
        var isToBind = kind == Kind.RSS && !BOUND.matcher(markup.raw()).find();
        var raw = markup.raw();
        return isToBind ? raw.substring(0, raw.length() - 1) + " " + ATOM + ">" : raw;
    }

    /** From the last time. */
    private boolean isOurs(Markup markup) {
        return markup.type() == Markup.Type.ALONE
                && markup.local().equals("link")
                && PAYMENT.matcher(markup.raw()).find()
                && markup.raw().contains(links.server() + "/submit/auto");
    }

    private String link(Markup end) {
        return entries.get(nth++)
                .post()
                .map(Post::url)
                .filter(links.posts()::contains)
                .map(post -> link(end, post))
                .orElse("");
    }

    private String link(Markup end, URI post) {
        var element = links.element(post);
        if (kind == Kind.ATOM) {
            return element.atom().replaceFirst("^<", "<" + end.prefix());
        }
        return isBoundElsewhere ? element.rss().replaceFirst(" ", " " + ATOM + " ") : element.rss();
    }
}
