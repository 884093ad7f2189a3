package org.obolus.database;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What an operator does from the command line, on the database of the running server or while none runs. */
public interface Command {

    /** The word that calls it, for example {@code grant-operator}. */
    String name();

    /** What follows the name and what it does, in one line. */
    String usage();

    /** Does it and answers a sentence that says what was done; a refusal is a {@link org.obolus.problems.Problem}. */
    Uni<String> run(List<String> arguments);
}
