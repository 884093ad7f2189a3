package org.obolus.client;

import java.util.List;
import java.util.Optional;

/** The caller's sites and their proofs. */
public final class Sites {

    private final AsyncSites later;

    Sites(AsyncSites later) {
        this.later = later;
    }

    /**
     * Says which site is the caller's; answers what to place there to prove it. Asking again is harmless.
     *
     * <p>Scope {@code thing}. Problems: {@code not_a_thing_url}.
     */
    public Site ask(SiteHost host) {
        return Line.await(later.ask(host));
    }

    /**
     * All of them, and how far their proofs are.
     *
     * <p>Scope {@code thing} or {@code extendedread}.
     */
    public List<Site> mine() {
        return Line.await(later.mine());
    }

    /**
     * One of them; nothing when the caller never asked for it.
     *
     * <p>Scope {@code thing} or {@code extendedread}.
     */
    public Optional<Site> byHost(SiteHost host) {
        return Line.await(later.byHost(host));
    }

    /**
     * Has the server look for the proof, and decides whose the site is.
     *
     * <p>Scope {@code thing}. Problems: {@code owned_by_another}, {@code contested}, {@code proof_not_found}, {@code
     * unreachable}, {@code address_refused}, {@code not_found}.
     */
    public Site verify(SiteHost host) {
        return Line.await(later.verify(host));
    }

    /**
     * Has the server look for the proof, and contests the site where its owner's proof is no stronger than the caller's:
     * both are told, and what the site is given is held until it is decided.
     *
     * <p>Scope {@code thing}. Problems: {@code owned_by_another}, {@code contested}, {@code proof_not_found}, {@code
     * unreachable}, {@code address_refused}, {@code not_found}.
     */
    public Site contest(SiteHost host) {
        return Line.await(later.contest(host));
    }

    /**
     * Ends the claim; what was given stays.
     *
     * <p>Scope {@code site}. Problems: {@code not_found}.
     */
    public void giveUp(SiteHost host) {
        Line.await(later.giveUp(host));
    }

    /**
     * Refuses flattrs from now on.
     *
     * <p>Scope {@code site}. Problems: {@code not_found}, {@code forbidden}.
     */
    public Site optOut(SiteHost host) {
        return Line.await(later.optOut(host));
    }

    /**
     * Accepts flattrs again.
     *
     * <p>Scope {@code site}. Problems: {@code not_found}, {@code forbidden}.
     */
    public Site optIn(SiteHost host) {
        return Line.await(later.optIn(host));
    }
}
