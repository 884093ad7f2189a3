package org.obolus.client;

/** Speaks to one Obolus server without waiting for its answers; mirrors every method of {@link ObolusClient}. */
public final class AsyncObolusClient {

    private final Line line;

    AsyncObolusClient(Line line) {
        this.line = line;
    }

    public AsyncAccounts accounts() {
        return new AsyncAccounts(line);
    }

    public AsyncApps apps() {
        return new AsyncApps(line);
    }

    public AsyncAssignments assignments() {
        return new AsyncAssignments(line);
    }

    public AsyncBudgets budgets() {
        return new AsyncBudgets(line);
    }

    public AsyncCatalogue catalogue() {
        return new AsyncCatalogue(line);
    }

    public AsyncCounts counts() {
        return new AsyncCounts(line);
    }

    public AsyncDeposits deposits() {
        return new AsyncDeposits(line);
    }

    public AsyncFlattrs flattrs() {
        return new AsyncFlattrs(line);
    }

    public AsyncFunds funds() {
        return new AsyncFunds(line);
    }

    public AsyncHooks hooks() {
        return new AsyncHooks(line);
    }

    public AsyncIdentities identities() {
        return new AsyncIdentities(line);
    }

    public AsyncOperators operators() {
        return new AsyncOperators(line);
    }

    public AsyncPeople people() {
        return new AsyncPeople(line);
    }

    public AsyncProfiles profiles() {
        return new AsyncProfiles(line);
    }

    public AsyncRevenues revenues() {
        return new AsyncRevenues(line);
    }

    public AsyncSites sites() {
        return new AsyncSites(line);
    }

    public AsyncStatements statements() {
        return new AsyncStatements(line);
    }

    public AsyncSubscriptions subscriptions() {
        return new AsyncSubscriptions(line);
    }

    public AsyncThings things() {
        return new AsyncThings(line);
    }
}
