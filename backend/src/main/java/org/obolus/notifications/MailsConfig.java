package org.obolus.notifications;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What happens to mails; the mail server itself is named with {@code quarkus.mailer}. */
@ConfigMapping(prefix = "obolus.mails")
interface MailsConfig {

    /** Whether mails are shown to everybody at {@code /dev/mails}: for development, never where people are real. */
    @WithDefault("false")
    boolean shown();

    /** Whether mails are handed to a mail server; a demonstration has none. */
    @WithDefault("true")
    boolean sent();

    /** How long a mail is tried; longer than the outages of mail servers that one wants to survive. */
    @WithDefault("P3D")
    Duration giveUpAfter();

    /** How long it stays known that a mail was sent, though no longer what it said. */
    @WithDefault("P30D")
    Duration forgottenAfter();
}
