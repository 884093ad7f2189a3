package org.obolus.payments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The built-in provider, whose checkout is a page of this server and whose money is not worth anything.
 *
 * <p>For trying Obolus out. Where real money is moved it is switched off with {@code obolus.payments.play=false}.
 */
@ApplicationScoped
class PlayMoney implements PaymentProvider {

    static final String NAME = "play";

    private final PaymentsConfig config;

    PlayMoney(PaymentsConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isActive() {
        return config.play();
    }

    @Override
    public Uni<Checkout> start(NewDeposit deposit) {
        var reference = UUID.randomUUID().toString();
        return Uni.createFrom().item(new Checkout(reference, "/play/checkout/" + reference));
    }
}
