package org.obolus.cli.endings;

/** Why a command cannot go on: a sentence for people, and a number for scripts. */
public class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Ending ending;

    public Stopped(Ending ending, String sentence) {
        this(ending, sentence, null);
    }

    public Stopped(Ending ending, String sentence, Throwable cause) {
        super(sentence, cause);
        this.ending = ending;
    }

    public Ending ending() {
        return ending;
    }
}
