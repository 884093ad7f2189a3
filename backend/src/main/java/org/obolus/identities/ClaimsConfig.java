package org.obolus.identities;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How people claim by logging in at other platforms. */
@ConfigMapping(prefix = "obolus.claims")
interface ClaimsConfig {

    /** Log-ins at platforms that can be begun from one address at once, one more each minute; raise it for a school. */
    @WithDefault("20")
    int logInsHere();

    /** Servers on which our application registers itself because of one address in an hour. */
    @WithDefault("10")
    int registrationsHere();

    /** The same because of everybody; a server that is known already is not counted. */
    @WithDefault("100")
    int registrations();

    /** How long a browser that has shown who its person is can collect; longer helps those who sign up slowly. */
    @WithDefault("P1D")
    Duration proofLasts();
}
