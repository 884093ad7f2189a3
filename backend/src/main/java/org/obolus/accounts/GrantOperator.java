package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.obolus.database.Command;
import org.obolus.problems.Unacceptable;

/** The command that makes somebody an operator; there is no other way to become one. */
@ApplicationScoped
class GrantOperator implements Command {

    private final Accounts accounts;

    GrantOperator(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "grant-operator";
    }

    @Override
    public String usage() {
        return "USERNAME: makes somebody an operator of this server";
    }

    @Override
    public Uni<String> run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Unacceptable.Malformed("Name one account: grant-operator USERNAME.");
        }
        var username = arguments.get(0);
        return accounts.grantOperator(username).replaceWith(username + " is an operator now.");
    }
}
