package org.obolus.buttons;

import java.time.LocalDate;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.flattrs.OpenMonth;
import org.obolus.flattrs.Standing;
import org.obolus.web.Coin;

/**
 * A button as its viewer finds it: what can be done with the thing, and the figures for it.
 *
 * @param month what the viewer has to share; empty for a stranger
 * @param heldUntil when a share given now goes back, if nobody claims it
 */
public record Button(
        Target target, Place place, State state, Optional<OpenMonth> month, Standing standing, LocalDate heldUntil) {

    /** What the button says; the first that fits. */
    public enum State {
        GONE,
        OPTED_OUT,
        STRANGER,
        OWN,
        FLATTRED,
        NO_BUDGET,
        PAUSED,
        NO_FUNDS,
        READY
    }

    static Button forAStranger(Target target, Place place, LocalDate heldUntil) {
        return new Button(target, place, forAStranger(target), Optional.empty(), Standing.NONE, heldUntil);
    }

    static Button of(
            AccountId viewer, Target target, Place place, OpenMonth month, Standing standing, LocalDate heldUntil) {
        var state = state(viewer, target, month, standing);
        return new Button(target, place, state, Optional.of(month), standing, heldUntil);
    }

    private static State forAStranger(Target target) {
        return target.isDeleted() ? State.GONE : target.isOptedOut() ? State.OPTED_OUT : State.STRANGER;
    }

    private static State state(AccountId viewer, Target target, OpenMonth month, Standing standing) {
        var forAnybody = forAStranger(target);
        if (forAnybody != State.STRANGER) {
            return forAnybody;
        }
        if (target.belongsTo(viewer)) {
            return State.OWN;
        }
        return standing.isFlattred() ? State.FLATTRED : means(month);
    }

    private static State means(OpenMonth month) {
        if (month.budget().isEmpty()) {
            return State.NO_BUDGET;
        }
        if (month.isPaused()) {
            return State.PAUSED;
        }
        return month.funds().isPositive() ? State.READY : State.NO_FUNDS;
    }

    public boolean isReady() {
        return state == State.READY;
    }

    public boolean isFlattred() {
        return state == State.FLATTRED;
    }

    /** The viewer's month as a coin: with this flattr's slice lifted, given or about to be. */
    public Coin coin() {
        var given = month.map(OpenMonth::flattrs).orElse(0);
        return Coin.of(state == State.READY ? given + 1 : given).lift(0);
    }

    /** Who is told about a share that nobody has claimed: only whoever gives or has given it. */
    public boolean isHeld() {
        return !target.isClaimed() && (state == State.READY || state == State.FLATTRED);
    }

    public ShareLinks share() {
        return new ShareLinks(target.title().orElse(""), target.url().toString());
    }
}
