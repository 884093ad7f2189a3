package org.obolus.identities;

import java.util.Optional;
import org.obolus.web.WebUrl;

/**
 * Somebody on another platform, as that platform described them when it was last asked.
 *
 * @param id what the platform calls them for ever; handle, name and profile may change
 * @param handle without the {@code @} in front
 */
public record PlatformUser(
        PlatformName platform, String id, String handle, Optional<String> displayName, WebUrl profile) {

    public IdentityName identity() {
        return IdentityName.of(platform, id);
    }

    /** For people: the name that they chose, else the handle. */
    public String shown() {
        return displayName.filter(name -> !name.isBlank()).orElse(handle);
    }

    /** {@code @alice}, or {@code @alice@social.example} where there are many servers. */
    public String fullHandle() {
        return "@" + handle + platform.server().map(server -> "@" + server).orElse("");
    }

    /**
     * In full: {@code Alice Liddell, @alice on GitHub}.
     *
     * @param platformName as people know the platform
     */
    String called(String platformName) {
        var where = fullHandle() + " on " + platformName;
        return shown().equals(handle) ? where : shown() + ", " + where;
    }
}
