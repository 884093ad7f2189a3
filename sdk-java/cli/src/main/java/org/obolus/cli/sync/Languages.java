package org.obolus.cli.sync;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obolus.client.Choice;

/** The languages that a server knows, each with its country; feeds often name none. */
record Languages(List<String> ids) {

    /** Where most of its readers are, when its own name is not that of a country. */
    private static final Map<String, String> USUAL = Map.of(
            "en", "en_US", "ar", "ar_EG", "el", "el_GR", "sv", "sv_SE", "zh", "zh_CN", "no", "nb_NO", "bn", "bn_BD");

    static Languages of(List<Choice> choices) {
        return new Languages(choices.stream().map(Choice::id).toList());
    }

    /** Nothing, where the server does not know it: then the thing has no language. */
    Optional<String> id(String written) {
        var locale = Locale.forLanguageTag(written.strip().replace('_', '-'));
        var language = language(locale);
        return known(language + "_" + locale.getCountry())
                .or(() -> "Hant".equals(locale.getScript()) ? known("zh_TW") : Optional.empty())
                .or(() -> Optional.ofNullable(USUAL.get(language)).flatMap(this::known))
                .or(() -> known(language + "_" + language.toUpperCase(Locale.ROOT)))
                .or(() ->
                        ids.stream().filter(id -> id.startsWith(language + "_")).findFirst());
    }

    /** The JDK writes Hebrew and Indonesian as they were written in the last century, if it is asked to. */
    private static String language(Locale locale) {
        return switch (locale.getLanguage()) {
            case "iw" -> "he";
            case "in" -> "id";
            case "" -> "none";
            default -> locale.getLanguage();
        };
    }

    private Optional<String> known(String id) {
        return ids.contains(id) ? Optional.of(id) : Optional.empty();
    }
}
