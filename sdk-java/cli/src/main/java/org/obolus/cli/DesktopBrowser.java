package org.obolus.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.obolus.cli.logins.Browser;

/** The browser that a person's desktop opens, if there is a desktop. */
record DesktopBrowser(Map<String, String> environment) implements Browser {

    @Override
    public boolean open(URI page) {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return start("open", page.toString());
        }
        if (system.contains("windows")) {
            return start("rundll32", "url.dll,FileProtocolHandler", page.toString());
        }
        var isDesktop = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return isDesktop && start("xdg-open", page.toString());
    }

    private static boolean start(String... command) {
        try {
            new ProcessBuilder(List.of(command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException none) {
            return false;
        }
    }
}
