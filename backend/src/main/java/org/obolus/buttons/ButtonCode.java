package org.obolus.buttons;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.obolus.web.WebUrl;

/**
 * What a site owner copies for a button, ready to be pasted.
 *
 * <p>It is written by templates, as pages are, so that whatever people have filled in is escaped for the place where it
 * stands; the page that shows it as text escapes the whole of it once more.
 *
 * @param server by which address other sites reach this server
 */
public record ButtonCode(String server, WantedButton wanted) {

    @CheckedTemplate(basePath = "buttons", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance codeOfScript(String server);

        static native TemplateInstance codeOfElement(String server, WantedButton wanted);

        static native TemplateInstance codeOfBadge(String server, WantedButton wanted);

        static native TemplateInstance codeOfLink(String server, WantedButton wanted);

        static native TemplateInstance codeOfPayment(String server, WantedButton wanted, String prefix);
    }

    public ButtonCode {
        server = server.replaceFirst("/+$", "");
    }

    /** One piece to copy, and where it belongs. */
    public record Snippet(String title, String code) {}

    public List<Snippet> snippets() {
        return switch (wanted.look().kind()) {
            case ELEMENT ->
                List.of(
                        snippet("Once in the head of every page", Templates.codeOfScript(server)),
                        snippet("Where the button belongs", Templates.codeOfElement(server, wanted)));
            case BADGE ->
                List.of(
                        snippet("Where the picture belongs", Templates.codeOfBadge(server, wanted)),
                        new Snippet("In Markdown, as in a README", markdown()));
            case LINK ->
                List.of(
                        snippet("Where the link belongs", Templates.codeOfLink(server, wanted)),
                        snippet(
                                "In the head of the page, or in an Atom entry",
                                Templates.codeOfPayment(server, wanted, "")),
                        snippet("In an item of an RSS feed", Templates.codeOfPayment(server, wanted, "atom:")));
        };
    }

    /** The same code as HTML of this page itself, which must not depend on by which address it was reached. */
    public String preview() {
        return written(
                switch (wanted.look().kind()) {
                    case ELEMENT -> Templates.codeOfElement("", wanted);
                    case BADGE -> Templates.codeOfBadge("", wanted);
                    case LINK -> Templates.codeOfLink("", wanted);
                });
    }

    /** What a page's Content-Security-Policy has to allow; empty for a link, which loads nothing. */
    public String policy() {
        var origin = WebUrl.of(server).origin();
        return switch (wanted.look().kind()) {
            case ELEMENT -> "script-src %1$s; connect-src %1$s; frame-src %1$s".formatted(origin);
            case BADGE -> "img-src " + origin;
            case LINK -> "";
        };
    }

    /** For people, who know a server by its host. */
    public String host() {
        return WebUrl.of(server).displayHost();
    }

    /** Everything that could close a bracket is percent-encoded in these addresses. */
    private String markdown() {
        return "[![Flattr this](" + server + wanted.picture() + ")](" + server + wanted.submit() + ")";
    }

    private static Snippet snippet(String title, TemplateInstance code) {
        return new Snippet(title, written(code));
    }

    private static String written(TemplateInstance code) {
        return code.render().strip();
    }
}
