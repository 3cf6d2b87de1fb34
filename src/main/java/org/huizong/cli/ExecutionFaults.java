package org.huizong.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.stream.Stream;
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
        } else if (fault instanceof TwoWaysException twoWays) {
            program.err()
                    .println(words.text(
                            "cli.twoways",
                            twoWays.code(),
                            twoWays.sheet(),
                            twoWays.cell(),
                            String.valueOf(twoWays.getMessage())));
        } else {
            program.err().println(behind(fault));
        }
        if (program.verbose) {
            fault.printStackTrace(program.err());
        }
        return Exit.FAILED;
    }

    /** What is behind a fault, however often a step and a thread have wrapped it. */
    private String behind(Exception fault) {
        for (Throwable cause : causes(fault)) {
            if (cause instanceof VirtualMachineError) {
                return words.text("cli.memory");
            }
            if (cause instanceof FileSystemException file && file.getFile() != null) {
                return file(file);
            }
            if (cause instanceof UncheckedIOException io && !(io.getCause() instanceof FileSystemException)) {
                return words.text("cli.io", Huizong.visible(io.getMessage()), Huizong.visible(io.getCause()));
            }
        }
        return words.text("cli.unexpected", Huizong.visible(fault));
    }

    private String file(FileSystemException fault) {
        String place = Huizong.visible(fault.getFile());
        String reason = fault.getReason() == null ? fault.getClass().getSimpleName() : fault.getReason();
        if (fault instanceof NoSuchFileException) {
            return words.text("cli.io.absent", place);
        }
        if (fault instanceof AccessDeniedException) {
            return words.text("cli.io.denied", place);
        }
        if (fault instanceof FileAlreadyExistsException
                || fault instanceof NotDirectoryException
                || reason.equals("Not a directory")
                || reason.equals("Is a directory")) {
            return words.text("cli.io.other", place);
        }
        return words.text("cli.io", place, Huizong.visible(reason));
    }

    private static List<Throwable> causes(Throwable fault) {
        return Stream.<Throwable>iterate(fault, c -> c != null, Throwable::getCause)
                .toList();
    }
}
