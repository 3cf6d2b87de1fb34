package org.huizong.cli;

import org.huizong.office.FaultText;
import org.huizong.wording.MessageBundle;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a sentence what kept a command from its work; the stack trace only with {@code -v}. */
final class ExecutionFaults implements IExecutionExceptionHandler {
    private final FaultText says;
    private final Huizong program;

    ExecutionFaults(MessageBundle words, Huizong program) {
        this.says = new FaultText(words);
        this.program = program;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        if (fault instanceof UsageException) {
            program.err().println(fault.getMessage());
            return Exit.USAGE;
        }
        says.of(fault).forEach(program.err()::println);
        if (program.verbose) {
            fault.printStackTrace(program.err());
        }
        return Exit.FAILED;
    }
}
