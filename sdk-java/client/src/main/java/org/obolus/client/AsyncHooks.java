package org.obolus.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Addresses of the caller that the server tells of events. Each answer comes later. */
public final class AsyncHooks {

    private static final String HERE = "/api/v1/hooks";

    private final Line line;

    AsyncHooks(Line line) {
        this.line = line;
    }

    /** Later what {@link Hooks#make(URI, List)} answers. */
    public CompletableFuture<NewHook> make(URI address, List<String> events) {
        var asked = Body.empty().with("url", address).with("events", events);
        return line.ask(Call.post(HERE, asked, Json.as(NewHook.class)).once());
    }

    /** Later what {@link Hooks#makeForApp(URI, String, List)} answers. */
    public CompletableFuture<NewHook> makeForApp(URI address, String clientId, List<String> events) {
        var asked = Body.empty().with("url", address).with("app", clientId).with("events", events);
        return line.ask(Call.post(HERE, asked, Json.as(NewHook.class)).once());
    }

    /** Later what {@link Hooks#makeForPartner(URI, SiteHost)} answers. */
    public CompletableFuture<NewHook> makeForPartner(URI address, SiteHost partner) {
        var asked = Body.empty().with("url", address).with("partner_of", partner);
        return line.ask(Call.post(HERE, asked, Json.as(NewHook.class)).once());
    }

    /** Later what {@link Hooks#mine()} answers. */
    public CompletableFuture<List<Hook>> mine() {
        return line.ask(Call.get(HERE, Json.listOf(Hook.class)));
    }

    /** Later what {@link Hooks#byId(HookId)} answers. */
    public CompletableFuture<Optional<Hook>> byId(HookId hook) {
        return line.ask(Call.get(Query.path(HERE, hook), Json.as(Hook.class)).known());
    }

    /** Later what {@link Hooks#change(HookId, HookChange)} answers. */
    public CompletableFuture<Hook> change(HookId hook, HookChange change) {
        return line.ask(Call.patch(Query.path(HERE, hook), change.body(), Json.as(Hook.class)));
    }

    /** Later what {@link Hooks#delete(HookId)} answers. */
    public CompletableFuture<Void> delete(HookId hook) {
        return line.ask(Call.delete(Query.path(HERE, hook)));
    }

    /** Later what {@link Hooks#rotate(HookId)} answers. */
    public CompletableFuture<NewHook> rotate(HookId hook) {
        return line.ask(Call.post(Query.path(HERE, hook, "secret"), Json.as(NewHook.class))
                .once());
    }

    /** Later what {@link Hooks#test(HookId)} answers. */
    public CompletableFuture<Void> test(HookId hook) {
        return line.ask(
                Call.post(Query.path(HERE, hook, "test"), Json.nothing()).once());
    }

    /** Later what {@link Hooks#deliveries(HookId)} answers. */
    public CompletableFuture<Page<HookDelivery>> deliveries(HookId hook) {
        return line.page(Query.path(HERE, hook, "deliveries"), HookDelivery.class);
    }

    /** Later what {@link Hooks#replay(HookId, long)} answers. */
    public CompletableFuture<Void> replay(HookId hook, long number) {
        var path = Query.path(HERE, hook, "deliveries", number, "replay");
        return line.ask(Call.post(path, Json.nothing()).once());
    }
}
