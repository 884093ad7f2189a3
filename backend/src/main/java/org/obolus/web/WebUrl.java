package org.obolus.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** An http or https URL, read and written exactly as browsers do (the WHATWG URL standard). */
public final class WebUrl {

    public static final int MOST_CHARACTERS = 2000;

    private final UrlParts parts;
    private final String canonical;

    private WebUrl(UrlParts parts) {
        this.parts = parts;
        this.canonical = parts.toString();
        if (canonical.length() > MOST_CHARACTERS) {
            throw new UrlRefused.TooLong();
        }
    }

    /**
     * Reads what people write and paste.
     *
     * @throws UrlRefused when it is not a whole http or https URL, carries a password or is too long
     */
    @JsonCreator
    public static WebUrl of(String written) {
        return new WebUrl(UrlParser.parse(written));
    }

    /**
     * Follows a link written on the page at this URL, relative or whole.
     *
     * @throws UrlRefused when it leads to what is not an http or https URL
     */
    public WebUrl resolve(String link) {
        return of(Links.absolute(parts, UrlParser.cleaned(link)));
    }

    public String scheme() {
        return parts.scheme();
    }

    /** In ASCII, as the network knows it; an IPv6 address in brackets. */
    public String host() {
        return parts.host();
    }

    /** For people: in their own script where nothing can be mistaken for another name, else as {@link #host()}. */
    public String displayHost() {
        return HostDisplay.of(parts.host());
    }

    /** The port that is connected to, named in the URL or not. */
    public int port() {
        return parts.port();
    }

    /** Scheme, host and a port that is not the scheme's own, as the {@code Origin} header has them. */
    public String origin() {
        return parts.origin();
    }

    public String path() {
        return parts.path();
    }

    /** What follows the question mark; an empty query is not the same as none. */
    public Optional<String> query() {
        return Optional.ofNullable(parts.query());
    }

    public Optional<String> fragment() {
        return Optional.ofNullable(parts.fragment());
    }

    /** Path and query, what a server is asked for. */
    String target() {
        return parts.target();
    }

    /** The same for http and https of the same URL, different for everything else that differs. */
    public String key() {
        return parts.key();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebUrl url && canonical.equals(url.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** The canonical form. */
    @Override
    @JsonValue
    public String toString() {
        return canonical;
    }
}
