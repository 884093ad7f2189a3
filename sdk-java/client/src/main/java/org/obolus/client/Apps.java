package org.obolus.client;

/** What an app needs before it acts for people; then see {@link OAuthApp}. */
public final class Apps {

    private final AsyncApps later;

    Apps(AsyncApps later) {
        this.later = later;
    }

    /**
     * How the server authorizes apps.
     *
     * <p>No scope.
     */
    public OAuthMetadata metadata() {
        return Line.await(later.metadata());
    }

    /**
     * Makes an app known to the server by itself, where nobody can do it on a page.
     *
     * <p>No scope. Problems: {@code too_many_requests}, and those of RFC 7591.
     */
    public RegisteredApp register(AppRegistration app) {
        return Line.await(later.register(app));
    }
}
