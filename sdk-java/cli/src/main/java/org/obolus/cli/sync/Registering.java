package org.obolus.cli.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.obolus.cli.endings.Progress;
import org.obolus.cli.feeds.Post;
import org.obolus.client.Flattrable;
import org.obolus.client.ObolusClient;
import org.obolus.client.Outcome;

/** Sends posts in bulk, a few calls at a time, and writes down each answer when it comes. */
final class Registering {

    private static final int IN_ONE_CALL = 500;
    private static final int CALLS_AT_ONCE = 3;
    private static final String NOT_YOURS =
            "Its site is not proven to be yours, so its texts are not taken. See obolus verify.";

    private final ObolusClient client;
    private final Supplier<String> username;
    private final Remembered remembered;
    private final Wanted wanted;
    private final Progress progress;
    private final Deque<Call> open = new ArrayDeque<>();
    private final List<Told> told = new ArrayList<>();

    private record Call(List<Post> posts, CompletableFuture<List<Outcome>> answer) {}

    Registering(
            ObolusClient client, Supplier<String> username, Remembered remembered, Wanted wanted, Progress progress) {
        this.client = client;
        this.username = username;
        this.remembered = remembered;
        this.wanted = wanted;
        this.progress = progress;
    }

    List<Told> all(List<Post> posts) {
        if (posts.isEmpty()) {
            return List.of();
        }
        var me = username.get();
        remembered.by(me);
        var languages = languages(posts);
        for (var from = 0; from < posts.size(); from += IN_ONE_CALL) {
            if (open.size() == CALLS_AT_ONCE) {
                finish(open.poll(), me, posts.size());
            }
            open.add(call(posts.subList(from, Math.min(posts.size(), from + IN_ONE_CALL)), languages));
        }
        while (!open.isEmpty()) {
            finish(open.poll(), me, posts.size());
        }
        return told;
    }

    private Languages languages(List<Post> posts) {
        var areNamed = posts.stream().anyMatch(post -> post.language().isPresent());
        return areNamed ? Languages.of(client.things().languages()) : new Languages(List.of());
    }

    private Call call(List<Post> posts, Languages languages) {
        List<Flattrable> things =
                posts.stream().map(post -> Wording.of(post, wanted, languages)).toList();
        return new Call(posts, client.async().things().registerAll(things));
    }

    private void finish(Call call, String me, int total) {
        try {
            record(call, call.answer().join(), me);
            progress.at("registering", told.size(), total);
        } catch (CompletionException failed) {
            recordTheRest(me);
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }

    /** What was answered beside the call that failed is not asked again. */
    private void recordTheRest(String me) {
        open.forEach(call -> {
            var answer = call.answer()
                    .handle((outcomes, failure) -> failure == null ? outcomes : List.<Outcome>of())
                    .join();
            record(call, answer, me);
        });
    }

    private void record(Call call, List<Outcome> outcomes, String me) {
        var prints = new HashMap<String, String>();
        for (var nth = 0; nth < outcomes.size(); nth++) {
            var post = call.posts().get(nth);
            var one = told(post, outcomes.get(nth), me);
            told.add(one);
            if (one.fate() != Fate.REFUSED && one.fate() != Fate.UNPROVEN) {
                prints.put(post.url().toString(), Print.of(post, wanted));
            }
        }
        remembered.keep(prints);
    }

    private static Told told(Post post, Outcome outcome, String me) {
        var url = post.url().toString();
        if (outcome.status() == Outcome.Status.REFUSED) {
            var sentence = outcome.problem().map(problem -> problem.detail()).orElse("The server says no.");
            return new Told(url, Fate.REFUSED, sentence);
        }
        var isMine = outcome.thing()
                .flatMap(thing -> thing.owner())
                .filter(me::equals)
                .isPresent();
        if (!isMine) {
            return new Told(url, Fate.UNPROVEN, NOT_YOURS);
        }
        return new Told(url, fate(outcome.status()), "");
    }

    private static Fate fate(Outcome.Status status) {
        return switch (status) {
            case CREATED -> Fate.CREATED;
            case CHANGED -> Fate.CHANGED;
            default -> Fate.UNCHANGED;
        };
    }
}
