package org.obolus;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import org.obolus.database.EmbeddedDatabase;
import org.obolus.database.PostgresSettings;

/**
 * Starts the server, on the embedded PostgreSQL unless the configuration names another one; with arguments, runs the
 * command that they name instead.
 */
@QuarkusMain
public class Obolus {

    private static final Map<String, String> NO_SERVER = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "quarkus.banner.enabled", "false",
            "quarkus.log.level", "WARN");

    public static void main(String... arguments) {
        var config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .build();
        var isCommand = arguments.length > 0;
        if (config.getOptionalValue("quarkus.datasource.reactive.url", String.class)
                .isEmpty()) {
            var folder = Path.of(
                            config.getOptionalValue("obolus.data", String.class).orElse("data"))
                    .toAbsolutePath()
                    .normalize();
            configure(isCommand ? runningOrStarted(folder) : started(folder));
        }
        if (isCommand) {
            configure(NO_SERVER);
            Quarkus.run(CommandLine.class, arguments);
        } else {
            Quarkus.run(arguments);
        }
    }

    private static void configure(Map<String, String> configuration) {
        configuration.forEach(System::setProperty);
    }

    private static Map<String, String> runningOrStarted(Path folder) {
        return EmbeddedDatabase.running(folder).orElseGet(() -> started(folder));
    }

    private static Map<String, String> started(Path folder) {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var settings = PostgresSettings.forThisMachine(machine.getTotalMemorySize());
        return EmbeddedDatabase.start(folder, settings).configuration();
    }
}
