package org.obolus.notifications;

/** A mail as its reader gets it, once as text and once as a page. */
record Letter(String to, String subject, String text, String html) {

    /** The first line of a text template is the subject. */
    static Letter of(String to, String text, String html) {
        var end = text.indexOf('\n');
        return new Letter(
                to, text.substring(0, end).strip(), text.substring(end).strip() + "\n", html);
    }
}
