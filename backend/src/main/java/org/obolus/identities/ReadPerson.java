package org.obolus.identities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.obolus.web.Fetched;
import org.obolus.web.UrlRefused;
import org.obolus.web.WebUrl;

/** Finds out of a platform's answer who somebody is; what anybody could have written into it is believed as far as it goes. */
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

    /** @throws IllegalArgumentException when the answer cannot be believed */
    static Answer read(Directory directory, PlatformName platform, Optional<String> at, Fetched fetched) {
        try {
            var whole = JSON.readTree(fetched.body());
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
        var handle = text(at(directory.settings().fields().handle()));
        var bare = handle.startsWith("@") ? handle.substring(1) : handle;
        var profile = profile();
        var home = home(bare, profile);
        if (home.isPresent()) {
            return new Answer(Optional.empty(), home);
        }
        var own = new PlatformHandle(platform, bare.split("@", 2)[0]);
        var id = new PlatformUserId(platform, id());
        var shown = profile.filter(this::isOfTheServer)
                .or(() -> directory.profile(platform, own.value(), id.id()))
                .orElseThrow(ReadPerson::unbelievable);
        return new Answer(
                Optional.of(new PlatformUser(platform, id.id(), own.value(), name(), shown)), Optional.empty());
    }

    /** A server says what it likes, but of its own pages only. */
    private boolean isOfTheServer(WebUrl address) {
        return platform.server()
                .filter(server -> !server.equals(SiteHost.of(address)))
                .isEmpty();
    }

    /** The server of which somebody is, if it is another than the one that was asked. */
    private Optional<PlatformHandle> home(String handle, Optional<WebUrl> profile) {
        if (platform.server().isEmpty()) {
            return Optional.empty();
        }
        var parts = handle.split("@", 2);
        var home = parts.length == 2
                ? SiteHost.of(parts[1])
                : profile.map(SiteHost::of).orElse(platform.server().get());
        return home.equals(platform.server().get())
                ? Optional.empty()
                : Optional.of(new PlatformHandle(PlatformName.of(platform.kind(), home), parts[0]));
    }

    private Optional<WebUrl> profile() {
        return directory
                .settings()
                .fields()
                .profile()
                .map(this::at)
                .map(ReadPerson::text)
                .map(WebUrl::of);
    }

    private String id() {
        var id = at(directory.settings().fields().id());
        return id.isIntegralNumber() ? id.asText() : text(id);
    }

    private Optional<String> name() {
        return Optional.of(at(directory.settings().fields().displayName()))
                .filter(JsonNode::isTextual)
                .map(name -> name.textValue().replaceAll(UNSEEN, " ").strip())
                .filter(name -> !name.isEmpty())
                .map(name -> name.codePointCount(0, name.length()) <= LONGEST_NAME
                        ? name
                        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)));
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
