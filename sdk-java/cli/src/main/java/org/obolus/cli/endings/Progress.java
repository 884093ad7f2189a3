package org.obolus.cli.endings;

/** Is told how far long work is. */
@FunctionalInterface
public interface Progress {

    Progress NOBODY = (what, done, total) -> {};

    /** @param total 0 where nobody knows */
    void at(String what, long done, long total);
}
