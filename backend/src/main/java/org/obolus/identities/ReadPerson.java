package org.obolus.identities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.obolus.web.UrlRefused;
import org.obolus.web.WebUrl;

/**
 * Finds out of a platform's answer who somebody is, at a look-up as at a log-in; what anybody could have written into it is
 * believed as far as it goes. Who is on one server of many is told by handle and profile, so that these have to be there.
 */
final class ReadPerson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNSEEN = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+";
    private static final int LONGEST_NAME = 200;

    private final Directory directory;
    private final PlatformName platform;
    private final JsonNode person;

    private ReadPerson(Directory directory, PlatformName platform, JsonNode person) {
        this.directory = directory;
        this.platform = platform;
        this.person = person;
    }

    /** Who it is, or where that is to be asked instead: a server is believed about its own people only. */
    record Answer(Optional<PlatformUser> user, Optional<PlatformHandle> home) {

        static final Answer NOBODY = new Answer(Optional.empty(), Optional.empty());
    }

    /**
     * @throws IllegalArgumentException when the answer cannot be believed
     * @throws PersonRefused.NotAPerson when it is of an organisation
     */
    static Answer read(Directory directory, PlatformName platform, Optional<String> at, String said) {
        try {
            var whole = JSON.readTree(said);
            var reader = new ReadPerson(directory, platform, at.map(whole::at).orElse(whole));
            return reader.isNobody() ? Answer.NOBODY : reader.answer();
        } catch (IOException | UrlRefused unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    /** Platforms that search answer an empty list. */
    private boolean isNobody() {
        if (!person.isContainerNode() && !person.isMissingNode()) {
            throw unbelievable();
        }
        return at(directory.settings().fields().id()).isMissingNode()
                && at(directory.settings().fields().handle()).isMissingNode();
    }

    private Answer answer() {
        var written = handle();
        var page = page();
        var home = home(written, page);
        if (home.isPresent()) {
            return new Answer(Optional.empty(), home);
        }
        requireAPerson(written);
        var id = new PlatformUserId(platform, id()).id();
        var handle = written.flatMap(this::own);
        var shown = page.filter(this::isOfTheServer)
                .or(() -> directory.profile(platform, handle, id))
                .orElseThrow(ReadPerson::unbelievable);
        return new Answer(
                Optional.of(new PlatformUser(platform, id, handle.orElse(id), name(), shown)), Optional.empty());
    }

    /** Where nothing is said it is one. */
    private void requireAPerson(Optional<String> handle) {
        var settings = directory.settings();
        var type = settings.fields().type().flatMap(this::present).map(JsonNode::asText);
        if (type.isPresent() && settings.people().isPresent() && !type.equals(settings.people())) {
            throw new PersonRefused.NotAPerson(directory.name(), handle.orElseGet(this::id));
        }
    }

    private boolean isOneOfMany() {
        return platform.server().isPresent();
    }

    /** As it is written there, without an {@code @} in front; empty where somebody has none. */
    private Optional<String> handle() {
        return present(directory.settings().fields().handle())
                .map(ReadPerson::text)
                .map(handle -> handle.startsWith("@") ? handle.substring(1) : handle)
                .filter(Predicate.not(String::isEmpty));
    }

    /** What could not be a name in an address is none; there is another way to whoever is on the only server. */
    private Optional<String> own(String handle) {
        var own = PlatformHandle.of(platform, handle.split("@", 2)[0]).map(PlatformHandle::value);
        if (own.isEmpty() && isOneOfMany()) {
            throw unbelievable();
        }
        return own;
    }

    /** A server says what it likes, but of its own pages only. */
    private boolean isOfTheServer(WebUrl address) {
        return platform.server()
                .filter(server -> !server.equals(SiteHost.of(address)))
                .isEmpty();
    }

    /** The server of which somebody is, if it is another than the one that was asked. */
    private Optional<PlatformHandle> home(Optional<String> handle, Optional<WebUrl> page) {
        if (!isOneOfMany()) {
            return Optional.empty();
        }
        var own = platform.server().get();
        var parts = handle.orElseThrow(ReadPerson::unbelievable).split("@", 2);
        var home = parts.length == 2
                ? SiteHost.of(parts[1])
                : page.map(SiteHost::of).orElse(own);
        return home.equals(own)
                ? Optional.empty()
                : Optional.of(new PlatformHandle(PlatformName.of(platform.kind(), home), parts[0]));
    }

    /** Where the answer itself has the person's page; of what people of the only server wrote there not all is one. */
    private Optional<WebUrl> page() {
        return directory.settings().fields().profile().flatMap(pointer -> {
            try {
                return isOneOfMany()
                        ? Optional.of(WebUrl.of(text(at(pointer))))
                        : present(pointer).map(ReadPerson::text).map(WebUrl::of);
            } catch (UrlRefused | IllegalArgumentException noPage) {
                if (isOneOfMany()) {
                    throw noPage;
                }
                return Optional.empty();
            }
        });
    }

    private String id() {
        var id = at(directory.settings().fields().id());
        return id.isIntegralNumber() ? id.asText() : text(id);
    }

    private Optional<String> name() {
        return present(directory.settings().fields().displayName())
                .filter(JsonNode::isTextual)
                .map(name -> name.textValue().replaceAll(UNSEEN, " ").strip())
                .filter(Predicate.not(String::isEmpty))
                .map(ReadPerson::shortened);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    private Optional<JsonNode> present(String pointer) {
        return Optional.of(at(pointer)).filter(node -> !node.isMissingNode() && !node.isNull());
    }

    private JsonNode at(String pointer) {
        return person.at(pointer);
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw unbelievable();
        }
        return node.textValue();
    }

    private static IllegalArgumentException unbelievable() {
        return new IllegalArgumentException("Not what a platform says of a person");
    }
}
