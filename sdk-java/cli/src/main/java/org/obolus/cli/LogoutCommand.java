package org.obolus.cli;

import java.util.concurrent.Callable;
import org.obolus.cli.logins.Logins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "logout",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Ends your log-in, here and at the server.")
final class LogoutCommand implements Callable<Integer> {

    @ParentCommand
    Obolus obolus;

    @Mixin
    Common common;

    @Override
    public Integer call() {
        var here = obolus.surroundings();
        var output = new Output(here, common);
        var logins = new Logins(here.configuration(), here.clock());
        var server = Session.anonymous(common.server(here, logins));
        var username = logins.logOut(server);
        output.line(username.map(name -> "Logged out at " + server.server() + "; " + name + " was logged in.")
                .orElse("Nobody was logged in at " + server.server() + "."));
        output.document(
                document -> document.put("server", server.server().toString()).put("username", username.orElse(null)));
        return 0;
    }
}
