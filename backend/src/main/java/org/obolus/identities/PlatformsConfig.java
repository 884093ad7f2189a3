package org.obolus.identities;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Other platforms whose people can be flattred and can collect by logging in there, by the name that identities have
 * for them. Those in {@code microprofile-config.properties} have all but an id and a secret of the operator's own, and
 * stay switched off without. Any other OAuth 2 or OpenID Connect platform needs the same settings.
 */
@ConfigMapping(prefix = "obolus.platforms")
interface PlatformsConfig {

    @WithParentName
    Map<String, Platform> platforms();

    /** How an application of ours shows that it is ours. */
    enum ClientAuthentication {
        POST,
        BASIC,
        NONE
    }

    /** One platform. Where an address may hold {@code {server}} it is one of many servers, Mastodon's way. */
    interface Platform {

        /** What people call it. */
        Optional<String> name();

        /** Of the application that the operator registered there; without one nobody can log in by this platform. */
        Optional<String> clientId();

        Optional<String> clientSecret();

        /**
         * {@code post}, or {@code basic} where the platform wants id and secret as a password (RFC 6749, 2.3.1), or {@code
         * none} where it gives its applications no secret.
         */
        @WithDefault("post")
        ClientAuthentication clientAuthentication();

        /** An OpenID Connect issuer, whose own document then names the addresses that are not set here. */
        Optional<String> issuer();

        /** Where an application of ours can be registered by itself, as each Mastodon server allows. */
        Optional<String> registration();

        Optional<String> authorization();

        Optional<String> token();

        /** What a log-in asks for, with spaces between. */
        Optional<String> scope();

        /** What answers, with a token of theirs, who somebody is. */
        Optional<String> user();

        /** What answers who has a handle, {@code {handle}} in it; without it nobody there can be looked up. */
        Optional<String> lookup();

        /**
         * Where a domain says which server its people are on (RFC 7033), {@code {account}} in it; for a platform of many
         * whose servers have other names than people's addresses.
         */
        Optional<String> webFinger();

        /** What answers who has an id, {@code {id}} in it, for renames. */
        Optional<String> lookupById();

        /** Where in the answer of {@link #lookup} the person is, as a JSON pointer, if not where they are else. */
        Optional<String> lookupAt();

        /** The token for look-ups, where the platform wants one, or lets whoever has one ask more often. */
        Optional<String> lookupToken();

        /**
         * Where our application gets a token for look-ups by its id and secret (RFC 6749, 4.4), as soon as it is needed and
         * again when it has expired; not asked where {@link #lookupToken} is set.
         */
        Optional<String> lookupTokenFrom();

        /**
         * Look-ups that everybody together can cause at once, and again in each hour: half of what the platform lets those
         * ask who have no token.
         */
        @WithDefault("1000")
        int lookups();

        /** The same with the token, where that is let ask more often. */
        OptionalInt lookupsWithToken();

        /** More headers for its API, {@code {client-id}} in them. */
        Map<String, String> headers();

        /** More headers for look-ups, {@code {client-id}} and {@code {lookup-token}} in them. */
        Map<String, String> lookupHeaders();

        /** More headers for look-ups, each left out where something in it is not set. */
        Map<String, String> optionalHeaders();

        Fields fields();

        /** The {@link Fields#type} that people have; whatever is of another one cannot be flattred, for nobody logs in as it. */
        Optional<String> people();

        /** Addresses of profiles, {@code {handle}} or {@code {id}} in them; the first is the one that is shown. */
        Optional<List<String>> profiles();
    }

    /** Where its answers have what, as JSON pointers (RFC 6901). */
    interface Fields {

        @WithDefault("/id")
        String id();

        @WithDefault("/username")
        String handle();

        @WithDefault("/name")
        String displayName();

        /** What it is, where there are others than people. */
        Optional<String> type();

        /** The profile's address, where it cannot be made from the handle. */
        Optional<String> profile();
    }
}
