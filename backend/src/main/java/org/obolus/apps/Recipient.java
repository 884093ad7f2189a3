package org.obolus.apps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom an answer goes to: an app that is known here, at an address that it registered.
 *
 * @param asked the address as the app named it; empty where it named none
 * @param address where the person's browser goes
 * @param state what the app wants to have back
 * @param inFragment whether the app asked for a token, and so looks behind the # for its answer
 */
record Recipient(App app, String asked, String address, Optional<String> state, boolean inFragment) {

    /** Before anything else is looked at: nobody is sent to an address that no app has registered. */
    static Recipient of(App app, Fields fields) {
        var asked = one(fields, "redirect_uri");
        var address = app.destination(asked)
                .orElseThrow(() -> new AppRefused.NobodyToAnswer(
                        "The app did not register the address to which it wants you sent back. You stay here."));
        var state = fields.values().getOrDefault("state", List.of()).stream()
                .findFirst()
                .filter(value -> !value.isEmpty());
        var wantsAToken =
                fields.values().getOrDefault("response_type", List.of()).contains("token");
        return new Recipient(app, asked.orElse(""), address, state, wantsAToken);
    }

    /** @throws AppRefused.NobodyToAnswer when it is there twice */
    static Optional<String> one(Fields fields, String name) {
        try {
            return fields.one(name);
        } catch (OAuthRefused.InvalidRequest twice) {
            throw new AppRefused.NobodyToAnswer(twice.getMessage());
        }
    }

    /** The address with an answer in it; whose answer it is, is part of it (RFC 9207). */
    String with(Map<String, String> answer, String issuer) {
        var values = new LinkedHashMap<>(answer);
        state.ifPresent(value -> values.put("state", value));
        values.put("iss", issuer);
        var mark = inFragment ? '#' : address.indexOf('?') < 0 ? '?' : '&';
        return address + mark + Fields.query(values);
    }

    /** What an app is told of a refusal. */
    static Map<String, String> told(OAuthRefused refused) {
        var answer = new LinkedHashMap<String, String>();
        answer.put("error", refused.type().code());
        answer.put("error_description", refused.getMessage());
        return answer;
    }

    String place() {
        return RedirectUri.place(address);
    }
}
