package org.huizong.cli;

import java.io.UncheckedIOException;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.job.OutputException;
import org.huizong.report.TwoWaysException;
import org.huizong.store.StoreException;
import org.huizong.wording.Words;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a sentence what kept a command from its work; the stack trace only with {@code -v}. */
final class ExecutionFaults implements IExecutionExceptionHandler {
    private final Words words;
    private final Huizong program;

    ExecutionFaults(Words words, Huizong program) {
        this.words = words;
        this.program = program;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        if (fault instanceof UsageException) {
            program.err().println(fault.getMessage());
            return Exit.USAGE;
        }
        if (fault instanceof BrokenCatalogueException broken) {
            broken.faults().forEach(f -> program.err().println(words.fault(f)));
            program.err()
                    .println(words.text("cli.catalogue.broken", broken.faults().size()));
        } else if (fault instanceof StoreException store) {
            program.err().println(words.text("store." + store.kind(), store.arguments()));
        } else if (fault instanceof OutputException output) {
            program.err().println(words.text("output." + output.kind(), output.arguments()));
        } else if (fault instanceof UncheckedIOException io) {
            program.err().println(words.text("cli.io", String.valueOf(io.getMessage()), reason(io)));
        } else if (fault instanceof TwoWaysException twoWays) {
            program.err()
                    .println(words.text(
                            "cli.twoways",
                            twoWays.code(),
                            twoWays.sheet(),
                            twoWays.cell(),
                            String.valueOf(twoWays.getMessage())));
        } else {
            program.err().println(words.text("cli.unexpected", fault));
        }
        if (program.verbose) {
            fault.printStackTrace(program.err());
        }
        return Exit.FAILED;
    }

    private static String reason(UncheckedIOException fault) {
        return String.valueOf(fault.getCause());
    }
}
