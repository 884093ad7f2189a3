package org.obolus;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.obolus.database.EmbeddedDatabase;
import org.obolus.database.PostgresSettings;

/** Starts the server, on the embedded PostgreSQL unless the configuration names another one. */
@QuarkusMain
public class Obolus {

    public static void main(String... arguments) {
        var config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .build();
        if (config.getOptionalValue("quarkus.datasource.reactive.url", String.class)
                .isEmpty()) {
            var folder = config.getOptionalValue("obolus.data", String.class).orElse("data");
            startDatabase(Path.of(folder).toAbsolutePath().normalize());
        }
        Quarkus.run(arguments);
    }

    private static void startDatabase(Path folder) {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var settings = PostgresSettings.forThisMachine(machine.getTotalMemorySize());
        EmbeddedDatabase.start(folder, settings).configuration().forEach(System::setProperty);
    }
}
