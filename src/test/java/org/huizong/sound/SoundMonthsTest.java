package org.huizong.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.huizong.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few sound months, and faults planted into such; {@code RulesProof} lives through hundreds of them. */
class SoundMonthsTest {
    private static final int TOWNSHIPS = 3;
    private static final int MONTHS = 5;
    private static final int FAULTS = 12;
    private static final int FEWEST_FOUND = 10;

    @Test
    void sendsNoSoundReturnBackAndAsksAboutFew(@TempDir Path folder) {
        Alarms alarms = SoundMonths.run(folder, TOWNSHIPS, MONTHS);

        assertThat(alarms.months()).isEqualTo(12);
        assertThat(SoundReport.reasons().keySet())
                .as("errors on sound returns: %s", alarms.examples())
                .containsAll(alarms.of(Severity.ERROR));
        assertThat(alarms.asked())
                .as("returns of %s of which something is asked: %s", alarms.returns(), alarms.examples())
                .isLessThan(alarms.returns() / 5);
    }

    @Test
    void findsMostOfWhatIsWrong(@TempDir Path folder) {
        FaultTable table = PlantedFaults.run(folder, FAULTS);

        assertThat(table.found()).as("%s", table.lines()).isGreaterThanOrEqualTo(FEWEST_FOUND);
    }
}
