package org.obolus.database;

import java.util.Map;

/** A mail to be sent: which template, to whom, and what the template fills in. */
public record Mail(String template, String to, Map<String, String> values) {

    /** The kind under which the outbox keeps it. */
    public static final String KIND = "mail";
}
