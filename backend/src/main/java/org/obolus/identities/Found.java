package org.obolus.identities;

import java.util.Optional;
import org.obolus.accounts.EmailAddress;
import org.obolus.web.WebUrl;

/** Whom or what somebody means by what they typed. */
public sealed interface Found {

    /** Whoever is a thing of their own, at an address of this server that never changes. */
    sealed interface Somebody extends Found permits Person, Addressee {

        /** Who receives what is given. */
        Identity identity();

        /** Where their page is on this server. */
        String path();

        /** What their thing is called. */
        String title();

        /** In a sentence. */
        String called();

        /** Where they can be met. */
        String where();
    }

    /**
     * Somebody on another platform.
     *
     * @param platform what people call it
     * @param identity who receives what is given; its owner is whoever has claimed it
     */
    record Person(PlatformUser user, String platform, Identity identity) implements Somebody {

        private static final int LONGEST_TITLE = 100;

        public PlatformUserId id() {
            return new PlatformUserId(user.platform(), user.id());
        }

        @Override
        public String path() {
            return id().path();
        }

        /** {@code Alice on GitHub}. */
        @Override
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
            return user.fullHandle();
        }

        /** The name that they chose, else the handle. */
        public String shown() {
            return user.shown();
        }

        /** {@code Alice Liddell, @alice on GitHub}. */
        @Override
        public String called() {
            return user.called(platform);
        }

        /** The platform, or the very server. */
        @Override
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

    /**
     * Somebody who is known by an e-mail address alone, be there an account that has confirmed it or not.
     *
     * @param identity its owner is nobody's to see
     * @param typed the address, for whoever has just typed it; nobody else is told
     */
    record Addressee(Identity identity, Optional<EmailAddress> typed) implements Somebody {

        private static final String WHOEVER = "omebody with an e-mail address";

        /** As a page of ours, a list or a statement calls them. */
        static final String CALLED = "s" + WHOEVER;

        public AddresseeId id() {
            return new AddresseeId(identity.id());
        }

        @Override
        public String path() {
            return id().path();
        }

        @Override
        public String title() {
            return "S" + WHOEVER;
        }

        @Override
        public String called() {
            return CALLED;
        }

        @Override
        public String where() {
            return "E-mail";
        }

        /** Where what was typed is looked up as a handle on Mastodon, which looks the same. */
        public String asHandle() {
            return "/dashboard/flattr?of="
                    + PlatformUserId.encoded(typed.map(email -> "@" + email).orElse(""));
        }
    }

    /** A page of the web, whosever it is. */
    record Page(WebUrl url) implements Found {}
}
