package org.obolus.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a person goes on after logging in: a page of this server, never one of another site. */
public record NextPage(String path) {

    private static final String DASHBOARD = "/dashboard";
    private static final int LONGEST = 8000;

    /** Reads what stood in the address; whatever might lead elsewhere becomes the dashboard. */
    public static NextPage of(String written) {
        return new NextPage(written != null && isHere(written) ? written : DASHBOARD);
    }

    /** Browsers take {@code //} and {@code /\} for another host, and leave out tabs and line breaks before looking. */
    private static boolean isHere(String written) {
        return written.startsWith("/")
                && !written.startsWith("//")
                && written.length() <= LONGEST
                && written.chars().allMatch(character -> character > ' ' && character < 0x7f && character != '\\');
    }

    /** As it stands in the query of another address. */
    public String encoded() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return path;
    }
}
