package org.obolus.buttons;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.obolus.problems.Problem;
import org.obolus.things.ThingUrl;
import org.obolus.web.FilledForm;

/**
 * The button that a site owner puts together for one page.
 *
 * @param url empty where none was named that could be flattred
 * @param by the username of whom the page is by
 * @param language of the button; empty for the language of the page around it
 */
public record WantedButton(
        Optional<ThingUrl> url,
        Optional<String> title,
        Optional<String> by,
        ButtonLook look,
        Optional<String> language,
        boolean counts) {

    static final Map<String, String> LANGUAGES =
            new TreeMap<>(Map.of("de", "Deutsch", "en", "English", "es", "Español", "fr", "Français", "sv", "Svenska"));

    private static final String EXAMPLE = "https://your-site.example/your-page";
    private static final String URL = "url";
    private static final String BY = "by";
    private static final String USERNAME = "[A-Za-z0-9][A-Za-z0-9_-]{1,29}";
    private static final int LONGEST_TITLE = 100;

    static WantedButton of(FilledForm form) {
        return new WantedButton(
                url(form.value(URL)),
                Claim.of(form.value("title"), LONGEST_TITLE),
                Optional.of(form.value(BY).strip()).filter(name -> name.matches(USERNAME)),
                ButtonLook.of(form.value("layout")),
                Optional.of(form.value("lang")).filter(LANGUAGES::containsKey),
                !"off".equals(form.value("counts")));
    }

    /** The form, with what of it cannot stand in a button beside its field. */
    static FilledForm checked(FilledForm form) {
        var checked = form;
        if (!form.value(URL).isBlank()) {
            try {
                ThingUrl.of(form.value(URL));
            } catch (Problem refused) {
                checked = checked.refused(URL, refused.getMessage());
            }
        }
        var name = form.value(BY).strip();
        return name.isEmpty() || name.matches(USERNAME)
                ? checked
                : checked.refused(BY, "A username has 2 to 30 letters, figures, - and _.");
    }

    /** The address of the page, or one that shows where it belongs. */
    public String address() {
        return url.map(ThingUrl::toString).orElse(EXAMPLE);
    }

    /** Where the page can be flattred without any script, below the server's own address. */
    public String submit() {
        return Place.AUTO_SUBMIT + "?url=" + Place.encoded(address())
                + by.map(name -> "&user_id=" + Place.encoded(name)).orElse("")
                + title.map(text -> "&title=" + Place.encoded(text)).orElse("");
    }

    /** The picture, below the server's own address. */
    public String picture() {
        var counted = counts ? "count=1&url=" + Place.encoded(address()) : "";
        return switch (look) {
            case SMALL -> "/badge.svg?size=16";
            case BITMAP -> "/badge.png?scale=2" + (counts ? "&" + counted : "");
            default -> "/badge.svg" + (counts ? "?" + counted : "");
        };
    }

    /** The verb is the same in every language; only in English it needs an object. */
    public String words() {
        return language.filter(tag -> !"en".equals(tag)).isPresent() ? "Flattr" : "Flattr this";
    }

    private static Optional<ThingUrl> url(String written) {
        try {
            return written.isBlank() ? Optional.empty() : Optional.of(ThingUrl.of(written));
        } catch (Problem refused) {
            return Optional.empty();
        }
    }
}
