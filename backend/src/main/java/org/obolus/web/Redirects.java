package org.obolus.web;

import java.util.Set;

/** Where an answer sends its visitors, and whether to go along. */
final class Redirects {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    static boolean isRedirect(int status, String location) {
        return location != null && STATUSES.contains(status);
    }

    /** Goes along to the same place only, or from http to https there: another may be somebody else's. */
    static WebUrl next(WebUrl url, String location) {
        var target = target(url, location);
        if (!isSamePlace(url, target)) {
            throw new FetchRefused.LeadsAway(url, target);
        }
        return target;
    }

    private static WebUrl target(WebUrl url, String location) {
        try {
            return url.resolve(location);
        } catch (UrlRefused refused) {
            throw new FetchRefused.LeadsNowhere(url);
        }
    }

    private static boolean isSamePlace(WebUrl url, WebUrl target) {
        var isUpgrade = url.origin().equals("http://" + target.host())
                && target.origin().equals("https://" + target.host());
        return isUpgrade || url.origin().equals(target.origin());
    }
}
