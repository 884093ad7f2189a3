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

    /** What to add to an address of a page that leads here in the end; nothing where everybody is led anyway. */
    public String query(boolean popout) {
        var next = path.equals(DASHBOARD) ? "" : "next=" + encoded();
        var small = popout ? "popout=1" : "";
        var both = next.isEmpty() || small.isEmpty() ? next + small : next + "&" + small;
        return both.isEmpty() ? "" : "?" + both;
    }

    @Override
    public String toString() {
        return path;
    }
}
