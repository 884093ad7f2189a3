package org.obolus.web;

import io.quarkus.qute.TemplateExtension;

/** Lets a template draw a coin that no feature has to hand in: {@code coin:of(5)}, {@code coin:logo}. */
@TemplateExtension(namespace = "coin")
class CoinNamespace {

    private CoinNamespace() {}

    static Coin of(int slices) {
        return Coin.of(slices);
    }

    static Coin logo() {
        return Coin.logo();
    }
}
