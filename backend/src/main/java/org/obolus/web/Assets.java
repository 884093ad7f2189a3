package org.obolus.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Addresses of static files that change whenever their content does, so that browsers may keep them. */
@Named("assets")
@ApplicationScoped
public class Assets {

    private static final int DIGITS = 10;

    private final String stylesheet = versioned("/obolus.css");
    private final String favicon = versioned("/favicon.svg");
    private final String window = versioned("/window.js");
    private final String getButton = versioned("/get-button.js");
    private final String copy = versioned("/copy.js");
    private final String connect = versioned("/connect.js");
    private final String frame = versioned("/button-frame.js");

    public String stylesheet() {
        return stylesheet;
    }

    public String favicon() {
        return favicon;
    }

    /** The script of pages that a button of another site may have opened. */
    public String window() {
        return window;
    }

    /** The script of the page on which a button is put together. */
    public String getButton() {
        return getButton;
    }

    /** The script of pages with something to copy. */
    public String copy() {
        return copy;
    }

    /** The script by which such a window speaks with the button's frame on that site. */
    public String connect() {
        return connect;
    }

    /** The script of the button's frame on other sites. */
    public String frame() {
        return frame;
    }

    private static String versioned(String path) {
        try (var file = Assets.class.getResourceAsStream("/META-INF/resources" + path)) {
            var hash = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return path + "?v=" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
