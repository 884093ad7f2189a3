package org.obolus.identities;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** How a platform of the presets deviates from others, as its own documentation has it. */
enum Flavour {
    TWITTER(true) {
        @Override
        JsonObject user(Who who) {
            return new JsonObject()
                    .put(
                            "data",
                            object("id", who.id()).put("username", who.handle()).put("name", who.name()));
        }
    },
    GITHUB(false) {
        @Override
        String token(String token) {
            return "access_token=" + token + "&scope=&token_type=bearer";
        }

        @Override
        String error(String error) {
            return "error=" + error + "&error_description=No";
        }

        @Override
        int errorStatus() {
            return 200;
        }

        @Override
        String type() {
            return "application/x-www-form-urlencoded; charset=utf-8";
        }

        @Override
        JsonObject user(Who who) {
            return object("login", who.handle())
                    .put("id", Long.valueOf(who.id()))
                    .put("name", who.name());
        }
    },
    YOUTUBE(false) {
        @Override
        JsonObject user(Who who) {
            var snippet = object("title", who.name());
            if (!who.handle().isEmpty()) {
                snippet.put("customUrl", "@" + who.handle());
            }
            return object("kind", "youtube#channelListResponse")
                    .put("items", new JsonArray().add(object("id", who.id()).put("snippet", snippet)));
        }
    },
    FACEBOOK(false) {
        @Override
        JsonObject user(Who who) {
            return object("id", who.id()).put("name", who.name());
        }
    },
    TWITCH(false) {
        @Override
        String token(String token) {
            return object("access_token", token)
                    .put("scope", new JsonArray())
                    .put("token_type", "bearer")
                    .encode();
        }

        @Override
        boolean isWellAsked(HttpServerRequest request) {
            return APlatform.CLIENT.equals(request.getHeader("Client-Id"));
        }

        @Override
        JsonObject user(Who who) {
            var person = object("id", who.id()).put("login", who.handle()).put("display_name", who.name());
            return new JsonObject().put("data", new JsonArray().add(person));
        }
    },
    GITLAB(false) {
        @Override
        JsonObject user(Who who) {
            return object("username", who.handle())
                    .put("id", Long.valueOf(who.id()))
                    .put("name", who.name());
        }
    },
    MASTODON(false) {
        @Override
        JsonObject user(Who who) {
            var parts = who.handle().split("@", 2);
            var home = parts.length == 2 ? parts[1] : ABrowser.server();
            return object("id", who.id())
                    .put("username", parts[0])
                    .put("acct", parts[0])
                    .put("display_name", who.name())
                    .put("url", "http://" + home + "/@" + parts[0]);
        }
    };

    /** Somebody who logs in there. */
    record Who(String id, String handle, String name) {}

    private final boolean basic;

    Flavour(boolean basic) {
        this.basic = basic;
    }

    abstract JsonObject user(Who who);

    boolean isBasic() {
        return basic;
    }

    String token(String token) {
        return object("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", 7200)
                .encode();
    }

    String error(String error) {
        return object("error", error).encode();
    }

    int errorStatus() {
        return 400;
    }

    String type() {
        return "application/json";
    }

    boolean isWellAsked(HttpServerRequest request) {
        return true;
    }

    String path() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject object(String name, String value) {
        return new JsonObject().put(name, value);
    }
}
