package org.obolus.cli;

import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Stopped;
import org.obolus.client.ObolusException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a sentence why a command could not go on. What is a defect of ours is thrown on, for it has to be seen. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        var stopped = stopped(failure);
        Output.of(command).stopped(stopped);
        return stopped.ending().code();
    }

    private static Stopped stopped(Exception failure) throws Exception {
        if (failure instanceof Stopped known) {
            return known;
        }
        if (failure instanceof ObolusException.Refused refused) {
            return refused.status() == 401
                    ? new Stopped(Ending.NOT_LOGGED_IN, refused.problem().detail() + " Log in: obolus login", refused)
                    : new Stopped(Ending.SOME_REFUSED, refused.problem().detail(), refused);
        }
        if (failure instanceof ObolusException lost) {
            return new Stopped(Ending.UNREACHABLE, lost.getMessage(), lost);
        }
        throw failure;
    }
}
