package org.obolus.identities;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a platform of the presets deviates from others, as its own documentation has it. */
enum Flavour {
    TWITTER(
            true,
            "/x.com/i/oauth2/authorize",
            "/api.x.com/2/oauth2/token",
            "/api.x.com/2/users/me",
            "users.read tweet.read") {
        @Override
        JsonObject user(Who who) {
            return new JsonObject()
                    .put(
                            "data",
                            object("id", who.id()).put("username", who.handle()).put("name", who.name()));
        }
    },
    GITHUB(
            false,
            "/github.com/login/oauth/authorize",
            "/github.com/login/oauth/access_token",
            "/api.github.com/user",
            "") {
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
    YOUTUBE(
            false,
            "/accounts.google.com/o/oauth2/v2/auth",
            "/oauth2.googleapis.com/token",
            "/www.googleapis.com/youtube/v3/channels?part=snippet&mine=true",
            "https://www.googleapis.com/auth/youtube.readonly") {
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
    FACEBOOK(
            false,
            "/www.facebook.com/v23.0/dialog/oauth",
            "/graph.facebook.com/v23.0/oauth/access_token",
            "/graph.facebook.com/v23.0/me?fields=id,name",
            "") {
        @Override
        JsonObject user(Who who) {
            return object("id", who.id()).put("name", who.name());
        }
    },
    TWITCH(false, "/id.twitch.tv/oauth2/authorize", "/id.twitch.tv/oauth2/token", "/api.twitch.tv/helix/users", "") {
        @Override
        String token(String token) {
            return object("access_token", token)
                    .put("scope", new JsonArray())
                    .put("token_type", "bearer")
                    .encode();
        }

        @Override
        boolean isWellAsked(HttpServerRequest request) {
            return super.isWellAsked(request) && APlatform.CLIENT.equals(request.getHeader("Client-Id"));
        }

        /** Wants it to be named, also where nothing is asked for. */
        @Override
        boolean isWellAskedFor(String scope, String registered) {
            return scope != null;
        }

        @Override
        JsonObject user(Who who) {
            var person = object("id", who.id()).put("login", who.handle()).put("display_name", who.name());
            return new JsonObject().put("data", new JsonArray().add(person));
        }
    },
    GITLAB(false, "/gitlab.com/oauth/authorize", "/gitlab.com/oauth/token", "/gitlab.com/api/v4/user", "read_user") {
        @Override
        JsonObject user(Who who) {
            return object("username", who.handle())
                    .put("id", Long.valueOf(who.id()))
                    .put("name", who.name());
        }
    },
    MASTODON(false, "/oauth/authorize", "/oauth/token", "/api/v1/accounts/verify_credentials", "read:accounts") {
        @Override
        boolean isWellAskedForItself(String scope, String registered) {
            return isWellAskedFor(scope, registered);
        }

        /** As Doorkeeper does it: what is not named is what all get without asking, and no more than was registered. */
        @Override
        boolean isWellAskedFor(String scope, String registered) {
            var asked = Optional.ofNullable(scope).orElse("read");
            return super.isWellAskedFor(asked, registered) && words(registered).containsAll(words(asked));
        }

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

    static final String REGISTRATION = "/api/v1/apps";

    private final boolean basic;
    private final String authorization;
    private final String token;
    private final String user;
    private final String scope;

    /** @param user with its query */
    Flavour(boolean basic, String authorization, String token, String user, String scope) {
        this.basic = basic;
        this.authorization = authorization;
        this.token = token;
        this.user = user;
        this.scope = scope;
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

    /** Whether any of its addresses has that path, behind the name of the host where it is not on this machine alone. */
    boolean isAt(String path) {
        return isAuthorization(path) || isToken(path) || path.equals(user.split("\\?")[0]);
    }

    boolean isAuthorization(String path) {
        return path.equals(authorization);
    }

    boolean isToken(String path) {
        return path.equals(token);
    }

    boolean isWellAsked(HttpServerRequest request) {
        return request.uri().equals(user);
    }

    /** @param registered what an application that registered itself may ask for */
    boolean isWellAskedFor(String asked, String registered) {
        return words(asked).containsAll(words(scope));
    }

    /** The same by an application that wants a token of its own. */
    boolean isWellAskedForItself(String asked, String registered) {
        return true;
    }

    private static Set<String> words(String scope) {
        return Set.copyOf(Arrays.asList(Optional.ofNullable(scope)
                .filter(text -> !text.isEmpty())
                .map(text -> text.split(" "))
                .orElse(new String[0])));
    }

    String path() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject object(String name, String value) {
        return new JsonObject().put(name, value);
    }
}
