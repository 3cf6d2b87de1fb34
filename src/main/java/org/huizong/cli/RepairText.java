package org.huizong.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizong.model.Repair;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Wording;

/** How values were read that were not written as they should be, for the office to confirm: counts and examples. */
final class RepairText {
    private final Wording wording;

    RepairText(Wording wording) {
        this.wording = wording;
    }

    /** Counts and examples; what was refused is among the errors already. Nothing if all was written as it should be. */
    void tell(Screenful screen, List<StoredFinding> findings) {
        counts(findings).ifPresent(screen::say);
        Map<Repair, List<StoredFinding>> kinds = kinds(findings);
        examples(screen, "cli.repairs.repaired", kinds.getOrDefault(Repair.REPAIRED, List.of()));
        examples(screen, "cli.repairs.doubtful", kinds.getOrDefault(Repair.DOUBTFUL, List.of()));
    }

    /** The counts alone; empty if all was written as it should be. */
    Optional<String> counts(List<StoredFinding> findings) {
        Map<Repair, List<StoredFinding>> kinds = kinds(findings);
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of(wording.text(
                        "cli.repairs",
                        kinds.getOrDefault(Repair.REPAIRED, List.of()).size(),
                        kinds.getOrDefault(Repair.DOUBTFUL, List.of()).size(),
                        kinds.getOrDefault(Repair.REFUSED, List.of()).size(),
                        kinds.keySet().equals(Set.of(Repair.REFUSED)) ? "" : wording.text("cli.repairs.confirm")));
    }

    private static Map<Repair, List<StoredFinding>> kinds(List<StoredFinding> findings) {
        Map<Repair, List<StoredFinding>> kinds = new EnumMap<>(Repair.class);
        findings.forEach(f -> Repair.of(f.finding())
                .ifPresent(
                        r -> kinds.computeIfAbsent(r, key -> new ArrayList<>()).add(f)));
        return kinds;
    }

    private void examples(Screenful screen, String key, List<StoredFinding> findings) {
        screen.list(
                findings.stream()
                        .map(f -> wording.text(
                                key, wording.place(f.finding().where()), wording.sentence(f.finding(), f.period())))
                        .toList(),
                more -> wording.text("cli.repairs.more", more));
    }
}
