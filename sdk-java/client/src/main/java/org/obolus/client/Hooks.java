package org.obolus.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Addresses of the caller that the server tells of events. */
public final class Hooks {

    private final AsyncHooks later;

    Hooks(AsyncHooks later) {
        this.later = later;
    }

    /**
     * Has an address told of events, such as {@code thing.flattred} or {@code deposit.*}; only this answer has the secret.
     *
     * <p>Scope {@code thing}, and for each event the scope that reads the same. Problems: {@code invalid},
     * {@code address_refused}.
     */
    public NewHook make(URI address, List<String> events) {
        return Line.await(later.make(address, events));
    }

    /**
     * Has an address told of everybody who lets an app of the caller's read the events; each message names the account.
     *
     * <p>Scope {@code thing}; the people have allowed the app the scope that reads an event. Problems: {@code not_found},
     * {@code invalid}, {@code address_refused}.
     *
     * @param clientId as the app's page shows it
     */
    public NewHook makeForApp(URI address, String clientId, List<String> events) {
        return Line.await(later.makeForApp(address, clientId, events));
    }

    /**
     * Has a partner told of clicks on a site that nobody has proven.
     *
     * <p>Scope {@code operator}. Problems: {@code forbidden}.
     */
    public NewHook makeForPartner(URI address, SiteHost partner) {
        return Line.await(later.makeForPartner(address, partner));
    }

    /**
     * All of them.
     *
     * <p>Scope {@code thing}.
     */
    public List<Hook> mine() {
        return Line.await(later.mine());
    }

    /**
     * One of them; nothing when it is not the caller's.
     *
     * <p>Scope {@code thing}.
     */
    public Optional<Hook> byId(HookId hook) {
        return Line.await(later.byId(hook));
    }

    /**
     * Changes what is named, and leaves the rest.
     *
     * <p>Scope {@code thing}, and for each event the scope that reads the same. Problems: {@code not_found},
     * {@code invalid}.
     */
    public Hook change(HookId hook, HookChange change) {
        return Line.await(later.change(hook, change));
    }

    /**
     * Ends it, and forgets what was sent.
     *
     * <p>Scope {@code thing}. Problems: {@code not_found}.
     */
    public void delete(HookId hook) {
        Line.await(later.delete(hook));
    }

    /**
     * Signs with a new secret and new keys; the old ones sign too for a day.
     *
     * <p>Scope {@code thing}. Problems: {@code not_found}.
     */
    public NewHook rotate(HookId hook) {
        return Line.await(later.rotate(hook));
    }

    /**
     * Sends the event {@code hook.test}.
     *
     * <p>Scope {@code thing}. Problems: {@code not_found}.
     */
    public void test(HookId hook) {
        Line.await(later.test(hook));
    }

    /**
     * What was sent in the last 30 days or is to be sent, the newest first.
     *
     * <p>Scope {@code thing}. Problems: {@code not_found}.
     */
    public Stream<HookDelivery> deliveries(HookId hook) {
        return Page.stream(() -> later.deliveries(hook));
    }

    /**
     * Sends a message once more under the same id.
     *
     * <p>Scope {@code thing}. Problems: {@code not_found}.
     */
    public void replay(HookId hook, long number) {
        Line.await(later.replay(hook, number));
    }
}
