package org.obolus.buttons;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.Grant;
import org.obolus.things.ThingUrl;
import org.obolus.web.Secret;

/** Lets one click be enough on a site, for whoever has confirmed a flattr of that site in our own window. */
@ApplicationScoped
class ConnectSite {

    private final Buttons buttons;
    private final SiteRule siteRule;
    private final Connections connections;

    ConnectSite(Buttons buttons, SiteRule siteRule, Connections connections) {
        this.buttons = buttons;
        this.siteRule = siteRule;
        this.connections = connections;
    }

    /** Fails with {@link ButtonRefused}: the first flattr on a site is always given in the window. */
    Uni<Secret> offer(Grant logIn, SiteOrigin site, ThingUrl url, Buffer challenge) {
        return buttons.target(Optional.of(logIn.account()), url)
                .call(target -> siteRule.check(site, target))
                .chain(target -> buttons.of(Optional.of(logIn.account()), target, Place.ofPage(url)))
                .invoke(button -> {
                    if (!button.isFlattred()) {
                        Log.infof("Account %s has flattred nothing on %s that would connect it", logIn.account(), site);
                        throw new ButtonRefused.ConfirmInWindow();
                    }
                })
                .chain(() -> connections.offer(logIn, site, challenge));
    }
}
