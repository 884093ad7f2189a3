package org.obolus.notifications;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import org.obolus.settlement.WaitingShares;

/** Whether and where this server says in public for whom much is waiting; it says nothing unless it is told to. */
@ConfigMapping(prefix = "obolus.notices")
interface NoticesConfig {

    /** From what held amount on somebody is spoken about, once; nobody is while this is not set. */
    Optional<String> amount();

    /**
     * From how many people that has to come, where that should be more than what tells in public what one of them gave;
     * fewer make no difference.
     */
    @WithDefault("" + WaitingShares.FEWEST_TOLD)
    int supporters();

    Email email();

    Hook hook();

    Mastodon mastodon();

    X x();

    /** A mail to the operator. */
    interface Email {

        /** To whom it goes; not to whom something waits for, of whom no address is kept. */
        Optional<String> to();
    }

    /** A program of the operator that is told, and does with it what it likes. */
    interface Hook {

        Optional<String> url();

        /** {@code whsec_} and 24 to 64 bytes in base64: the messages are signed with it as web hooks of apps are. */
        Optional<String> secret();
    }

    /** An account on a Mastodon server that posts it. */
    interface Mastodon {

        /** For example {@code https://social.example}. */
        Optional<String> server();

        /** An access token with the scope {@code write:statuses}. */
        Optional<String> token();
    }

    /** An account on X that posts it. */
    interface X {

        @WithDefault("https://api.x.com")
        String server();

        /** Of an application that may read and write, and of the account that it acts for: X shows all four. */
        Optional<String> consumerKey();

        Optional<String> consumerSecret();

        Optional<String> accessToken();

        Optional<String> accessTokenSecret();

        /** Empty unless all four are set. */
        default Optional<XAccess> access() {
            return consumerKey()
                    .flatMap(key -> consumerSecret()
                            .flatMap(secret -> accessToken()
                                    .flatMap(token -> accessTokenSecret()
                                            .map(tokenSecret -> new XAccess(key, secret, token, tokenSecret)))));
        }
    }
}
