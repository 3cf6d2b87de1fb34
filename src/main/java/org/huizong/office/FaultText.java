package org.huizong.office;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import org.huizong.text.Visible;
import org.huizong.wording.MessageBundle;

/** Says in sentences what kept the program from its work, and what to do about it. */
public final class FaultText {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final MessageBundle words;

    /** Sentences of that language. */
    public FaultText(MessageBundle words) {
        this.words = words;
    }

    /** What is to be said of a fault, a paragraph each. */
    public List<String> of(Throwable fault) {
        if (fault instanceof BrokenCatalogueException broken) {
            List<String> all = new ArrayList<>();
            broken.faults().forEach(f -> all.add(words.fault(f)));
            all.add(words.text("cli.catalogue.broken", broken.faults().size()));
            return all;
        }
        return List.of(sentence(fault));
    }

    private String sentence(Throwable fault) {
        if (fault instanceof StoreException store) {
            return words.text("store." + store.kind(), explained(store.arguments(), store));
        }
        if (fault instanceof OutputException output) {
            return words.text("output." + output.kind(), explained(output.arguments(), output));
        }
        if (fault instanceof TwoWaysException twoWays) {
            return words.text(
                    "cli.twoways",
                    twoWays.code(),
                    twoWays.sheet(),
                    twoWays.cell(),
                    String.valueOf(twoWays.getMessage()));
        }
        return behind(fault);
    }

    /** What a sentence says besides: why a disk did not do what was asked, and who has what somebody else needs. */
    private Map<String, String> explained(Map<String, String> arguments, Exception fault) {
        Map<String, String> explained = new HashMap<>(arguments);
        explained.replaceAll((name, value) -> Visible.line(value));
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
                Visible.line("huizong " + holder.getOrDefault("command", "")).strip());
    }

    /** What is behind a fault, however often a step and a thread have wrapped it. */
    private String behind(Throwable fault) {
        if (causes(fault).anyMatch(c -> c instanceof VirtualMachineError)) {
            return words.text("cli.memory");
        }
        return DiskFault.behind(fault)
                .map(this::why)
                .orElseGet(() -> words.text("cli.unexpected", Visible.line(String.valueOf(fault))));
    }

    /** Where a folder is locked, or written to beside its place, is nothing to people. */
    private String why(Path place, Exception fault) {
        DiskFault found = DiskFault.at(place, fault);
        return why(new DiskFault(found.kind(), Optional.of(place.toString()), found.reason()));
    }

    private String why(DiskFault fault) {
        String place = fault.place().map(Visible::line).orElseGet(() -> words.text("disk.somewhere"));
        return words.text("disk." + code(fault.kind()), place, Visible.line(fault.reason()));
    }

    private static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, c -> c != null, Throwable::getCause);
    }
}
