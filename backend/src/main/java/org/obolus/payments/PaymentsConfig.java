package org.obolus.payments;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.obolus.money.Money;

/** How money comes in. */
@ConfigMapping(prefix = "obolus.payments")
interface PaymentsConfig {

    /** Whether people can top up with play money; switch it on only where nobody is paid with what is real. */
    @WithDefault("false")
    boolean play();

    /** The least that can be topped up at once; what providers cost makes less than this unwise. */
    @WithDefault("2.00")
    Money leastDeposit();

    /** The most that can be topped up at once, for typing errors and the law of the place. */
    @WithDefault("10000.00")
    Money mostDeposit();
}
