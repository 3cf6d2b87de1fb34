package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huizong.aggregation.SmallTown;
import org.huizong.model.Disposition;
import org.huizong.model.Period;
import org.huizong.store.SubmissionStore.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `history` says of submissions on record. */
class HistoryCommandTest {
    @TempDir
    private Path home;

    @Test
    void numbersNoSubmissionThatWasTakenBack() throws IOException {
        try (var town = new SmallTown(home.resolve("data"))) {
            town.write(home.resolve("catalogue"));
            town.send("v01", "village", "2025-01", Map.of("payers", 5)).send("v02", "village", "2025-01", Map.of());
            long taken = town.store().submissions().within(Period.parse("2025-01")).stream()
                    .filter(s -> s.unit().equals("v02"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            town.store().submissions().decide(List.of(new Decision(taken, 0, Disposition.WITHDRAWN)));
        }

        assertThat(history().out().lines())
                .containsExactly(
                        "东村\t村级月报表\t2025-01\t第1次\t采用\t2025-02-03收到\t2025-01/v01.xlsx",
                        "南村\t村级月报表\t2025-01\t\t已撤回\t2025-02-03收到\t2025-01/v02.xlsx");
        assertThat(history("--lang", "en").out().lines())
                .element(1)
                .isEqualTo(
                        "South Village\tVillage: Monthly Return\t2025-01\t\twithdrawn\treceived 2025-02-03\t2025-01/v02.xlsx");
    }

    private Terminal.Said history(String... more) {
        var all = new ArrayList<>(List.of(
                "history",
                "2025-01",
                "--data",
                home.resolve("data") + "",
                "--catalogue",
                home.resolve("catalogue") + ""));
        all.addAll(List.of(more));
        return Terminal.run(all.toArray(String[]::new));
    }
}
