package org.obolus;

import io.quarkus.runtime.QuarkusApplication;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.obolus.database.Command;
import org.obolus.problems.Problem;

/** Runs one command in place of the server and says in its exit code whether it was done. */
class CommandLine implements QuarkusApplication {

    private static final String HELP = "help";
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final List<Command> commands;

    CommandLine(@Any Instance<Command> commands) {
        this.commands =
                commands.stream().sorted(Comparator.comparing(Command::name)).toList();
    }

    @Override
    public int run(String... arguments) {
        return run(List.of(arguments), System.out, System.err);
    }

    int run(List<String> arguments, PrintStream out, PrintStream err) {
        var called = commands.stream()
                .filter(command -> command.name().equals(arguments.get(0)))
                .findFirst();
        if (arguments.get(0).equals(HELP)) {
            list(out);
            return DONE;
        }
        if (called.isEmpty()) {
            err.println("There is no command " + arguments.get(0) + ". These are:");
            list(err);
            return NOT_UNDERSTOOD;
        }
        try {
            out.println(done(called.get(), arguments));
            return DONE;
        } catch (Problem refused) {
            err.println(refused.getMessage());
            return REFUSED;
        }
    }

    private void list(PrintStream to) {
        commands.forEach(command -> to.println("  " + command.name() + " " + command.usage()));
    }

    private static String done(Command command, List<String> arguments) {
        return Uni.createFrom()
                .deferred(() -> command.run(arguments.subList(1, arguments.size())))
                .await()
                .atMost(PATIENCE);
    }
}
