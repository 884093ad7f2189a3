package org.obolus.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The address at which a thing can be flattred without any script; the thing is registered by its first flattr. */
public record AutoSubmitUrl(URI value) {

    private static final String PATH = "/submit/auto";

    public AutoSubmitUrl {
        Objects.requireNonNull(value, "value");
    }

    /** @param server where Obolus runs, with or without a slash at its end */
    public static AutoSubmitUrl of(URI server, Flattrable thing) {
        return new AutoSubmitUrl(Query.below(server, PATH + "?" + String.join("&", parameters(thing))));
    }

    @Override
    public String toString() {
        return value.toString();
    }

    private static List<String> parameters(Flattrable thing) {
        var parameters = new ArrayList<String>();
        thing.receiver().ifPresent(receiver -> parameters.add(receiver(receiver)));
        parameters.add(parameter("url", thing.url().toString()));
        thing.title().ifPresent(title -> parameters.add(parameter("title", title)));
        thing.description().ifPresent(description -> parameters.add(parameter("description", description)));
        thing.language().ifPresent(language -> parameters.add(parameter("language", language)));
        if (!thing.tags().isEmpty()) {
            parameters.add(parameter("tags", String.join(",", thing.tags())));
        }
        if (thing.hidden()) {
            parameters.add(parameter("hidden", "1"));
        }
        thing.category().ifPresent(category -> parameters.add(parameter("category", category.toString())));
        return parameters;
    }

    private static String receiver(Receiver receiver) {
        return receiver instanceof Receiver.Account account
                ? parameter("user_id", account.username())
                : parameter("owner", ((Receiver.Identity) receiver).name());
    }

    private static String parameter(String name, String value) {
        return name + "=" + Query.encoded(value);
    }
}
