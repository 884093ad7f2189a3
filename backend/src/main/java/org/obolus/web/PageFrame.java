package org.obolus.web;

/**
 * What a page shows around its own content.
 *
 * @param username who is logged in, or null
 * @param popout whether the page stands in the small window that a button opened
 * @param path where the page is, to mark it in the navigation and to come back to it after logging in
 */
public record PageFrame(String username, boolean popout, String path) {

    public PageFrame withUsername(String name) {
        return new PageFrame(name, popout, path);
    }

    public boolean loggedIn() {
        return username != null;
    }

    public boolean at(String address) {
        return address.equals(path);
    }
}
