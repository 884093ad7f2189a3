package org.obolus.payments;

import io.smallrye.mutiny.Uni;

/**
 * Somebody who collects money from people on a checkout page of their own.
 *
 * <p>How a payment ended is reported to {@link Payments#paid} or {@link Payments#canceled}, by a notification or when the
 * person returns, as often as the provider likes. Of a payment that was reported canceled no money may come any more.
 */
public interface PaymentProvider {

    /** Names the provider in the books ({@code gateway:<name>}): never changed once money came through it. */
    String name();

    /** Whether new payments can be started with it. */
    boolean isActive();

    /** Prepares a checkout, outside of any transaction; one that nobody is ever sent to is simply never paid. */
    Uni<Checkout> start(NewDeposit deposit);
}
