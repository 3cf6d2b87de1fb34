package org.huizong.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.disk.DiskFault;
import org.huizong.disk.DiskFault.Kind;
import org.huizong.model.OfficeTime;
import org.huizong.publish.OutputException;
import org.huizong.publish.workbook.TwoWaysException;
import org.huizong.store.StoreException;
import org.huizong.wording.MessageBundle;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a sentence what kept a command from its work; the stack trace only with {@code -v}. */
final class ExecutionFaults implements IExecutionExceptionHandler {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final MessageBundle words;
    private final Huizong program;

    ExecutionFaults(MessageBundle words, Huizong program) {
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
            program.err().println(words.text("store." + store.kind(), explained(store.arguments(), store)));
        } else if (fault instanceof OutputException output) {
            program.err().println(words.text("output." + output.kind(), explained(output.arguments(), output)));
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

    /** What a sentence says besides: why a disk did not do what was asked, and who has what somebody else needs. */
    private Map<String, String> explained(Map<String, String> arguments, Exception fault) {
        Map<String, String> explained = new HashMap<>(arguments);
        explained.replaceAll((name, value) -> Huizong.visible(value));
        Path place = Path.of(arguments.getOrDefault("path", "."));
        Optional<String> told = Optional.ofNullable(arguments.get("kind"))
                .map(kind -> why(new DiskFault(
                        Kind.valueOf(kind), Optional.of(place.toString()), arguments.getOrDefault("reason", ""))));
        explained.put("why", told.orElseGet(() -> why(place, fault)));
        explained.put("who", arguments.containsKey("pid") ? who(arguments) : "");
        return explained;
    }

    private String who(Map<String, String> holder) {
        String since = holder.getOrDefault("since", "");
        return words.text(
                "cli.holder",
                holder.getOrDefault("pid", ""),
                since.isEmpty() ? "?" : MINUTES.format(Instant.parse(since).atZone(OfficeTime.ZONE)),
                Huizong.visible("huizong " + holder.getOrDefault("command", "")).strip());
    }

    /** What is behind a fault, however often a step and a thread have wrapped it. */
    private String behind(Exception fault) {
        if (causes(fault).anyMatch(c -> c instanceof VirtualMachineError)) {
            return words.text("cli.memory");
        }
        return DiskFault.behind(fault)
                .map(this::why)
                .orElseGet(() -> words.text("cli.unexpected", Huizong.visible(fault)));
    }

    /** Where a folder is locked, or written to beside its place, is nothing to people. */
    private String why(Path place, Exception fault) {
        DiskFault found = DiskFault.at(place, fault);
        return why(new DiskFault(found.kind(), Optional.of(place.toString()), found.reason()));
    }

    private String why(DiskFault fault) {
        String place = fault.place().map(Huizong::visible).orElseGet(() -> words.text("disk.somewhere"));
        return words.text(
                "disk." + fault.kind().name().toLowerCase(Locale.ROOT), place, Huizong.visible(fault.reason()));
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, c -> c != null, Throwable::getCause);
    }
}
