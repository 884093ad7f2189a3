package org.obolus.web;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** International domain names by UTS #46, with the parameters that browsers use; whatever reads a host reads it here. */
public final class DomainNames {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** ICU always reports hyphens and lengths; browsers resolve such names, so they are no reason to refuse one. */
    private static final Set<IDNA.Error> HARMLESS = EnumSet.of(
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4,
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG);

    private DomainNames() {}

    /** A name that is ASCII already is only lowercased, even if its punycode is broken: browsers open such names. */
    public static Optional<String> toAscii(String name) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
            return Optional.of(name.toLowerCase(Locale.ROOT));
        }
        var ascii = new StringBuilder();
        var info = new IDNA.Info();
        UTS46.nameToASCII(name, ascii, info);
        return isSound(info) ? Optional.of(ascii.toString()) : Optional.empty();
    }

    static Optional<String> toUnicode(String label) {
        var unicode = new StringBuilder();
        var info = new IDNA.Info();
        UTS46.labelToUnicode(label, unicode, info);
        return isSound(info) ? Optional.of(unicode.toString()) : Optional.empty();
    }

    private static boolean isSound(IDNA.Info info) {
        return HARMLESS.containsAll(info.getErrors());
    }
}
