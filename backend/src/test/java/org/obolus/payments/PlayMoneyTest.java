package org.obolus.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayMoneyTest {

    @Test
    void isNotForProduction() throws IOException {
        assertThat(config("prod").play()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "demo"})
    void isThereForTryingOut(String profile) throws IOException {
        assertThat(config(profile).play()).isTrue();
    }

    private static PaymentsConfig config(String profile) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withSources(asDelivered())
                .withMapping(PaymentsConfig.class)
                .build()
                .getConfigMapping(PaymentsConfig.class);
    }

    private static ConfigSource asDelivered() throws IOException {
        return new PropertiesConfigSource(PaymentsConfig.class.getResource("/application.properties"));
    }
}
