package org.obolus.web;

import java.util.regex.Pattern;

/** Makes a link whole by the URL that it was found at, as browsers do. */
final class Links {

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern OTHER_HOST = Pattern.compile("[/\\\\]{2}.*", Pattern.DOTALL);
    private static final Pattern FROM_ROOT = Pattern.compile("[/\\\\].*", Pattern.DOTALL);

    private Links() {}

    static String absolute(UrlParts base, String link) {
        var own = base.scheme() + ":";
        if (link.regionMatches(true, 0, own, 0, own.length())) {
            var rest = link.substring(own.length());
            // Browsers take http:page on an http page for a relative link.
            return OTHER_HOST.matcher(rest).matches() ? link : relative(base, rest);
        }
        if (SCHEME.matcher(link).matches()) {
            return link;
        }
        return OTHER_HOST.matcher(link).matches() ? own + link : relative(base, link);
    }

    private static String relative(UrlParts base, String link) {
        if (FROM_ROOT.matcher(link).matches()) {
            return base.origin() + link;
        }
        if (link.startsWith("?")) {
            return base.origin() + base.path() + link;
        }
        if (link.isEmpty() || link.startsWith("#")) {
            return base.origin() + base.target() + link;
        }
        return base.origin() + base.path().substring(0, base.path().lastIndexOf('/') + 1) + link;
    }
}
