package org.obolus.cli.sync;

import java.util.regex.Pattern;
import org.obolus.cli.feeds.Post;
import org.obolus.client.Flattrable;

/** A post in the words of the API. */
final class Wording {

    /** A server reads HTML, so text that looks like it is written out. */
    private static final Pattern LOOKS_LIKE_HTML = Pattern.compile("<[A-Za-z/!?]|&[A-Za-z0-9#]");

    private static final int LONGEST_ESCAPE = "&amp;".length();
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_DESCRIPTION = 1000;

    private Wording() {}

    static Flattrable of(Post post, Wanted wanted, Languages languages) {
        var thing = Flattrable.at(post.url()).tagged(post.tags().toArray(String[]::new));
        thing = post.title().map(fits(LONGEST_TITLE)).map(thing::titledToFit).orElse(thing);
        thing = post.description()
                .map(fits(LONGEST_DESCRIPTION))
                .map(thing::describedToFit)
                .orElse(thing);
        thing = post.language().flatMap(languages::id).map(thing::in).orElse(thing);
        thing = wanted.category().map(thing::of).orElse(thing);
        return wanted.hidden() ? thing.hide() : thing;
    }

    /** Cut before it is written out, so that nothing is cut in the middle of what was written out. */
    private static java.util.function.UnaryOperator<String> fits(int most) {
        return text -> {
            if (!LOOKS_LIKE_HTML.matcher(text).find()) {
                return text;
            }
            var room = most;
            while (tooMuch(escaped(text, room), most) > 0) {
                room -= 1 + tooMuch(escaped(text, room), most) / LONGEST_ESCAPE;
            }
            return escaped(text, room);
        };
    }

    private static int tooMuch(String text, int most) {
        return text.codePointCount(0, text.length()) - most;
    }

    private static String escaped(String text, int room) {
        var start = text.codePointCount(0, text.length()) <= room
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, room - 1)))
                                .stripTrailing() + "…";
        return start.replace("&", "&amp;").replace("<", "&lt;");
    }
}
