package org.obolus.identities;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.obolus.web.UrlRefused;
import org.obolus.web.WebUrl;

/** Finds out of what a platform says of the person with a token who that is; a name may be anything, an id may not. */
record WhoCame(LogInPlatform platform, JsonNode said) {

    private static final String ID = "[\\x21-\\x7e]{1,200}";
    private static final String UNSEEN = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+";
    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException when it says nothing of anybody */
    PlatformUser user() {
        var fields = platform.settings().fields();
        var id = id(said.at(fields.id()));
        var handle = text(fields.handle()).map(WhoCame::bare).filter(name -> !name.isEmpty());
        return new PlatformUser(
                platform.name(), id, handle.orElse(id), text(fields.displayName()), profile(id, handle));
    }

    private static String id(JsonNode node) {
        var isId = node.isTextual() || node.isIntegralNumber();
        if (!isId || !node.asText().matches(ID)) {
            throw new IllegalArgumentException("Nobody has that id");
        }
        return node.asText();
    }

    private Optional<String> text(String pointer) {
        return Optional.of(said.at(pointer))
                .filter(JsonNode::isTextual)
                .map(text -> text.textValue().replaceAll(UNSEEN, " ").strip())
                .map(WhoCame::shortened)
                .filter(Predicate.not(String::isEmpty));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    /** Servers that know people of others call their own by the name alone, or with the server behind it. */
    private static String bare(String handle) {
        return handle.startsWith("@") ? handle.substring(1).split("@", 2)[0] : handle.split("@", 2)[0];
    }

    private WebUrl profile(String id, Optional<String> handle) {
        return platform.settings()
                .fields()
                .profile()
                .flatMap(this::text)
                .flatMap(this::own)
                .or(() -> patterned(id, handle))
                .orElseThrow(() -> new IllegalArgumentException("Nobody can see that person"));
    }

    /** One server of many may say what it likes, but only of its own pages. */
    private Optional<WebUrl> own(String address) {
        try {
            var url = WebUrl.of(address);
            return Optional.of(url)
                    .filter(there -> platform.name()
                            .server()
                            .filter(server -> !server.equals(SiteHost.of(there)))
                            .isEmpty());
        } catch (UrlRefused unreadable) {
            return Optional.empty();
        }
    }

    private Optional<WebUrl> patterned(String id, Optional<String> handle) {
        return platform.settings().profiles().orElse(List.of()).stream()
                .filter(pattern -> handle.isPresent() || !pattern.contains("{handle}"))
                .findFirst()
                .map(pattern ->
                        pattern.replace("{handle}", encoded(handle.orElse(""))).replace("{id}", encoded(id)))
                .flatMap(address -> platform.address(Optional.of(address)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
