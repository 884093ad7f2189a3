package org.obolus.things;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.obolus.problems.Problem;

/** The language of a thing with the country it is written for, {@code en_GB}: one of a fixed list. */
public record Language(@JsonValue String id) {

    private static final String KNOWN = """
            ar_AE ar_DZ ar_EG ar_MA ar_SA be_BY bg_BG bn_BD bs_BA ca_ES cs_CZ cy_GB da_DK de_AT de_CH de_DE el_CY el_GR
            en_AU en_CA en_GB en_IE en_IN en_NZ en_US en_ZA es_AR es_CL es_CO es_ES es_MX es_PE es_VE et_EE eu_ES
            fa_IR fi_FI fo_FO fr_BE fr_CA fr_CH fr_FR ga_IE gl_ES he_IL hi_IN hr_HR hu_HU hy_AM id_ID is_IS it_CH it_IT
            ja_JP ka_GE kk_KZ ko_KR lb_LU lt_LT lv_LV mk_MK ms_MY mt_MT nb_NO nl_BE nl_NL nn_NO pl_PL pt_BR pt_PT ro_RO
            ru_RU ru_UA sk_SK sl_SI sq_AL sr_RS sv_FI sv_SE sw_KE ta_IN th_TH tr_TR uk_UA ur_PK vi_VN zh_CN zh_HK zh_SG
            zh_TW""";
    private static final Map<String, Language> BY_KEY = Arrays.stream(KNOWN.split("\\s+"))
            .map(Language::new)
            .collect(Collectors.toUnmodifiableMap(language -> key(language.id), Function.identity()));

    /** @throws Problem when it is not in the list */
    public static Language of(String written) {
        var found = BY_KEY.get(key(written));
        if (found == null) {
            throw new ThingRefused.NoSuchLanguage();
        }
        return found;
    }

    public static List<Language> all() {
        return BY_KEY.values().stream()
                .sorted(Comparator.comparing(Language::id))
                .toList();
    }

    /** For people, in English. */
    public String text() {
        return Locale.forLanguageTag(id.replace('_', '-')).getDisplayName(Locale.ENGLISH);
    }

    private static String key(String written) {
        return written.strip().replace('-', '_').toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id;
    }
}
