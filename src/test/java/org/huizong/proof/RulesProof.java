package org.huizong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.huizong.model.Severity;
import org.huizong.sound.Alarms;
import org.huizong.sound.FaultTable;
import org.huizong.sound.PlantedFaults;
import org.huizong.sound.SoundMonths;
import org.huizong.sound.SoundReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules over five hundred sound months, and over five hundred faults planted into such. */
class RulesProof {
    private static final int TOWNSHIPS = 22;
    private static final int MONTHS = 24;
    private static final int FAULTS = 500;
    private static final int KINDS = 40;
    private static final double MOST = 0.02;

    @Test
    void areSeldomWrongAndMissLittle(@TempDir Path folder) throws IOException {
        long begun = System.nanoTime();
        Alarms alarms = SoundMonths.run(folder.resolve("sound"), TOWNSHIPS, MONTHS);
        FaultTable faults = PlantedFaults.run(folder.resolve("faulty"), FAULTS);
        SoundReport.write(Path.of("target", "proof", "rules.md"), alarms, faults);

        ProofTable.line("faults in returns", FAULTS, faults.missed(), 0, (System.nanoTime() - begun) / 60e9, "missed");
        assertThat(SoundReport.reasons().keySet())
                .as("errors on sound returns, with a reason in justified.csv")
                .containsAll(alarms.of(Severity.ERROR));
        assertThat(SoundReport.reasons().keySet())
                .as("rules that fire on more than 1 in 50 sound returns, with a reason in justified.csv")
                .containsAll(alarms.above(MOST));
        assertThat(faults.kinds()).isGreaterThanOrEqualTo(KINDS);
        assertThat(faults.found()).isGreaterThan(FAULTS * 8 / 10);
    }
}
