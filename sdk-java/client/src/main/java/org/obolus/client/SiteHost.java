package org.obolus.client;

import java.net.URI;

/** A site by its host, with the port where it is none of the web's own, for example {@code blog.example}. */
public record SiteHost(String value) {

    /** @throws IllegalArgumentException when it is blank, or an address instead of a host */
    public SiteHost {
        if (value.isBlank() || value.contains("/")) {
            throw new IllegalArgumentException("A site is named by its host, such as blog.example: " + value);
        }
    }

    /**
     * The site of any of its pages.
     *
     * @throws IllegalArgumentException when the address names no host
     */
    public static SiteHost of(URI page) {
        if (page.getRawAuthority() == null) {
            throw new IllegalArgumentException("This address names no site: " + page);
        }
        return new SiteHost(page.getRawAuthority());
    }

    @Override
    public String toString() {
        return value;
    }
}
