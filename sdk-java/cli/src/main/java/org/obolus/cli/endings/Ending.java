package org.obolus.cli.endings;

/** How a command ends, for scripts: each has a number that stays the same in all versions. */
public enum Ending {
    OK(0),
    /** The work is done, but some of it was refused. */
    SOME_REFUSED(1),
    WRONG_USE(2),
    NOT_LOGGED_IN(3),
    /** No server answers, or what answers is none of Obolus. */
    UNREACHABLE(4),
    UNREADABLE_FEED(5),
    /** What was waited for did not happen in time. */
    WAITED_IN_VAIN(6),
    /** A file cannot be read or written. */
    BAD_FILE(7);

    private final int code;

    Ending(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
