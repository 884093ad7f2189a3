package org.obolus.notifications;

import java.util.Optional;

/** An operator who has switched everything on, at one server on this machine. */
record NoticesInTests(String server, String secret, String mailbox, int supporters) implements NoticesConfig {

    NoticesInTests(String server, String secret, String mailbox) {
        this(server, secret, mailbox, 3);
    }

    @Override
    public Optional<String> amount() {
        return Optional.of("20.00");
    }

    @Override
    public Email email() {
        return () -> Optional.of(mailbox);
    }

    @Override
    public Hook hook() {
        return new Hook() {
            @Override
            public Optional<String> url() {
                return Optional.of(server + "/told");
            }

            @Override
            public Optional<String> secret() {
                return Optional.of(secret);
            }
        };
    }

    @Override
    public Mastodon mastodon() {
        return new Mastodon() {
            @Override
            public Optional<String> server() {
                return Optional.of(server);
            }

            @Override
            public Optional<String> token() {
                return Optional.of("mastodon-token");
            }
        };
    }

    @Override
    public X x() {
        return new X() {
            @Override
            public String server() {
                return server;
            }

            @Override
            public Optional<String> consumerKey() {
                return Optional.of("x-application");
            }

            @Override
            public Optional<String> consumerSecret() {
                return Optional.of("x-secret");
            }

            @Override
            public Optional<String> accessToken() {
                return Optional.of("x-account");
            }

            @Override
            public Optional<String> accessTokenSecret() {
                return Optional.of("x-account-secret");
            }
        };
    }
}
