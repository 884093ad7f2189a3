package org.obolus.things;

/** How long a text may be once its HTML is taken out, and how much HTML is read for that. */
record Length(String field, int least, int most, int mostWritten) {

    String line(String written) {
        return check(Markup.line(readable(written)));
    }

    String lines(String written) {
        return check(Markup.lines(readable(written)));
    }

    private String readable(String written) {
        if (written.length() > mostWritten) {
            throw new ThingRefused.TooLong(field, most);
        }
        return written;
    }

    private String check(String text) {
        var characters = text.codePointCount(0, text.length());
        if (characters > most) {
            throw new ThingRefused.TooLong(field, most);
        }
        if (characters < least) {
            throw new ThingRefused.TooShort(field, least);
        }
        return text;
    }
}
