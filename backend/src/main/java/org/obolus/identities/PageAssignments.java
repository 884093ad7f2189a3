package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.obolus.accounts.AccountId;
import org.obolus.database.Page;
import org.obolus.database.PageWish;

/** Pages that owners of sites give to other accounts, which have to agree (money.md, rule 10). */
@ApplicationScoped
public class PageAssignments {

    private final Assignments assignments;
    private final Agreements agreements;
    private final BeginAssignments beginAssignments;
    private final GoThroughSites goThroughSites;

    PageAssignments(
            Assignments assignments,
            Agreements agreements,
            BeginAssignments beginAssignments,
            GoThroughSites goThroughSites) {
        this.assignments = assignments;
        this.agreements = agreements;
        this.beginAssignments = beginAssignments;
        this.goThroughSites = goThroughSites;
    }

    /** Which pages of a site are others', by kind; fails with {@link IdentityRefused.NotYours} unless the account owns the site. */
    public Uni<Page<Assignment>> assignments(AccountId owner, SiteHost site, PageWish wish) {
        return assignments.of(owner, site, wish);
    }

    /**
     * Gives pages of a site to another account, which has to agree; the same again changes nothing. Fails with {@link
     * AssignmentRefused}, for example when they are somebody else's already.
     */
    public Uni<Assigned> assign(AccountId owner, SiteHost site, NewAssignment wanted) {
        return assignments.add(owner, site, wanted);
    }

    /** An assignment and whether it was new. */
    public record Assigned(Assignment assignment, boolean isNew) {}

    /** The owner's own word for what an app has proposed; fails with {@link AssignmentRefused}. */
    public Uni<Assignment> confirm(AccountId owner, SiteHost site, AssignmentId id) {
        return assignments.confirm(owner, site, id);
    }

    /** The pages are their site's again; what was given stays. Fails with {@link AssignmentRefused}. */
    public Uni<Void> endAssignment(AccountId owner, SiteHost site, AssignmentId id) {
        return assignments.end(owner, site, id);
    }

    /** What owners of sites have offered an account or given it, the newest first. */
    public Uni<Page<Assignment>> assignedTo(AccountId account, PageWish wish) {
        return agreements.to(account, wish);
    }

    /** What waits for an account's word, so many sites at most: offers to it, and what apps propose for its own. */
    public Uni<List<WordWanted>> wordsWantedOf(AccountId account, int most) {
        return agreements.waitingFor(account, most);
    }

    /** From the assignment's date on the pages are the account's; fails with {@link AssignmentRefused.NoSuchAssignment}. */
    public Uni<Assignment> agree(AccountId account, AssignmentId id) {
        return agreements.agree(account, id);
    }

    /** Declines an assignment or gives its pages back; fails with {@link AssignmentRefused.NoSuchAssignment}. */
    public Uni<Void> decline(AccountId account, AssignmentId id) {
        return agreements.end(account, id);
    }

    /** Begins the assignments whose date has come by the calendar. */
    public Uni<Void> beginAssignments() {
        return beginAssignments.beginAll();
    }

    /** Lets the pages of large sites follow what has begun or ended, to the end. */
    public Uni<Void> goThroughSites() {
        return goThroughSites.goThroughAll();
    }
}
