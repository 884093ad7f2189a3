package org.obolus.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** How people prove who they are. */
@ConfigMapping(prefix = "obolus.accounts")
public interface AccountsConfig {

    /** How long a log-in lasts in a browser; shorter is safer on shared machines. */
    @WithDefault("P30D")
    Duration browserLasts();

    /** How long a personal token lasts; whoever runs long-lived jobs may want more. */
    @WithDefault("P365D")
    Duration personalTokenLasts();

    /** How long a button flattrs at one click on a site before its visitor is asked again. */
    @WithDefault("P365D")
    Duration siteLasts();

    /** How long an app that has not been used for so long may still act for somebody before it has to ask again. */
    @WithDefault("P180D")
    Duration appLasts();

    /** What no token outlasts. */
    default Duration longestLasts() {
        return Stream.of(browserLasts(), personalTokenLasts(), siteLasts(), appLasts())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** How long a mailed link works; long enough for slow mail, short enough for lost mail. */
    @WithDefault("P1D")
    Duration mailedLinkLasts();

    /** How often things are let through at once before they are slowed down. */
    Limits limits();

    /** Bursts; what comes back afterwards is fixed. More is needed where many people share one address. */
    interface Limits {

        /** Sign-ups from one address; one more every three minutes. */
        @WithDefault("20")
        int signUpsHere();

        /** Log-ins from one address, wrong or right; one more every ten seconds. */
        @WithDefault("60")
        int logInsHere();

        /** Wrong passwords for one account from one address; one more every minute. */
        @WithDefault("8")
        int logInsHereAs();

        /** Wrong passwords for one account from everywhere; one hundred more every hour. */
        @WithDefault("100")
        int logInsAs();

        /** Mails that somebody at one address has sent; one more every three minutes. */
        @WithDefault("20")
        int mailsFromHere();

        /** Mails sent to one address without its owner being logged in; one more every twenty minutes. */
        @WithDefault("5")
        int mailsTo();
    }
}
