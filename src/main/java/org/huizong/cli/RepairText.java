package org.huizong.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizong.model.Repair;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Wording;

/** How values were read that were not written as they should be, for the office to confirm: counts and examples. */
final class RepairText {
    private static final int EXAMPLES = 3;

    private final Huizong program;
    private final Wording wording;

    RepairText(Huizong program, Wording wording) {
        this.program = program;
        this.wording = wording;
    }

    /** Counts and examples; what was refused is among the errors already. Nothing if all was written as it should be. */
    void print(List<StoredFinding> findings) {
        Map<Repair, List<StoredFinding>> kinds = counts(findings);
        examples("cli.repairs.repaired", kinds.getOrDefault(Repair.REPAIRED, List.of()));
        examples("cli.repairs.doubtful", kinds.getOrDefault(Repair.DOUBTFUL, List.of()));
    }

    /** The counts alone. */
    Map<Repair, List<StoredFinding>> counts(List<StoredFinding> findings) {
        Map<Repair, List<StoredFinding>> kinds = new EnumMap<>(Repair.class);
        findings.forEach(f -> Repair.of(f.finding())
                .ifPresent(
                        r -> kinds.computeIfAbsent(r, key -> new ArrayList<>()).add(f)));
        if (!kinds.isEmpty()) {
            program.say(
                    "cli.repairs",
                    kinds.getOrDefault(Repair.REPAIRED, List.of()).size(),
                    kinds.getOrDefault(Repair.DOUBTFUL, List.of()).size(),
                    kinds.getOrDefault(Repair.REFUSED, List.of()).size(),
                    kinds.keySet().equals(Set.of(Repair.REFUSED))
                            ? ""
                            : program.words().text("cli.repairs.confirm"));
        }
        return kinds;
    }

    private void examples(String key, List<StoredFinding> findings) {
        program.list(
                findings,
                EXAMPLES,
                f -> program.say(key, wording.place(f.finding().where()), wording.sentence(f.finding(), f.period())),
                "cli.repairs.more");
    }
}
