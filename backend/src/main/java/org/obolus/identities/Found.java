package org.obolus.identities;

import java.util.Optional;
import org.obolus.web.WebUrl;

/** Whom or what somebody means by what they typed. */
public sealed interface Found {

    /**
     * Somebody on another platform.
     *
     * @param platform what people call it
     * @param identity who receives what is given; its owner is whoever has claimed it
     */
    record Person(PlatformUser user, String platform, Identity identity) implements Found {

        private static final int LONGEST_TITLE = 100;

        public PlatformUserId id() {
            return new PlatformUserId(user.platform(), user.id());
        }

        /** What their thing is called: {@code Alice on GitHub}. */
        public String title() {
            var end = " on " + platform;
            var name = user.shown();
            var most = LONGEST_TITLE - end.codePointCount(0, end.length());
            return (name.codePointCount(0, name.length()) <= most
                            ? name
                            : name.substring(0, name.offsetByCodePoints(0, most - 1))
                                            .strip() + "…")
                    + end;
        }

        /** How they are called in full: {@code @alice}, or {@code @alice@social.example} where there are many servers. */
        public String handle() {
            return "@" + user.handle()
                    + user.platform().server().map(server -> "@" + server).orElse("");
        }

        /** The name that they chose, else the handle. */
        public String shown() {
            return user.shown();
        }

        /** The platform, or the very server. */
        public String where() {
            return user.platform().server().map(SiteHost::value).orElse(platform);
        }

        public boolean isHere() {
            return identity.owner().isPresent();
        }

        public Optional<String> owner() {
            return identity.owner().map(Identity.Owner::username);
        }
    }

    /** A page of the web, whosever it is. */
    record Page(WebUrl url) implements Found {}
}
