package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huizong.job.Office.DUE;
import static org.huizong.job.Office.JANUARY;
import static org.huizong.job.Office.leaflets;
import static org.huizong.job.Office.revisions;
import static org.huizong.job.Office.totals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import org.huizong.cli.Terminal;
import org.huizong.model.Disposition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenOffJobTest {
    private static final Instant LATER = Instant.parse("2025-02-08T01:00:00Z");

    private Office office;

    @BeforeEach
    void theOfficeReceivesTheReturns(@TempDir Path home) {
        office = new Office(home).receive(JANUARY);
    }

    @Test
    void countsTheWorkOfARunThatWasBrokenOffAsReadByTheRunThatPublishesIt() {
        var unbroken = new Office(office.home().resolve("unbroken")).consolidated();
        Progress power = new Progress() {
            @Override
            public void begin(String step, int total) {
                if (step.equals("consolidate")) {
                    throw new IllegalStateException("the power failed");
                }
            }
        };

        assertThatThrownBy(() -> office.publishing().consolidate(JANUARY, DUE, power))
                .hasMessageContaining("the power failed");
        assertThat(office.output(JANUARY)).doesNotExist();
        var again = office.publishing().consolidate(JANUARY, DUE);

        assertThat(again.counts()).isEqualTo(unbroken.counts());
        assertThat(again.publication().edition())
                .isEqualTo(unbroken.publication().edition());
        assertThat(totals(again)).isEqualTo(totals(unbroken));
    }

    @Test
    void saysThatNothingCanBeSaidOfAMonthThatWasReadAndNotChecked() {
        Progress power = new Progress() {
            @Override
            public void begin(String step, int total) {
                if (step.equals("checkSubmissions")) {
                    throw new IllegalStateException("the power failed");
                }
            }
        };

        assertThatThrownBy(() -> office.consolidate(JANUARY, DUE, power)).hasMessageContaining("the power failed");
        var status = Terminal.run("status", "2025-01", "--data", office.home().resolve("data") + "");

        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.out()).isEqualTo("""
                2025年1月上次汇总没有完成，请再汇总一次。已经读到的不会丢失。
                读到的报表还没有审核，报送情况现在说不准。
                """);
    }

    @Test
    void makesTheSameOfAFolderWhenItIsBrokenOffWhileReadingAndRunAgain() {
        office.correct("龙泉村-2025-01.xlsx", "00更正.xlsx", LATER, leaflets(BigDecimal.valueOf(-5)));
        var unbroken = new Office(office.home().resolve("unbroken"))
                .receiveAs(office, JANUARY)
                .consolidate(JANUARY, DUE);
        Progress power = new Progress() {
            private int read;

            @Override
            public synchronized void advance() {
                if (++read > 21) {
                    throw new IllegalStateException("the power failed");
                }
            }
        };

        assertThatThrownBy(() -> office.consolidate(JANUARY, DUE, power)).isNotNull();
        var again = office.consolidate(JANUARY, DUE);

        assertThat(totals(again)).isEqualTo(totals(unbroken));
        assertThat(again.counts()).isEqualTo(unbroken.counts());
        assertThat(revisions(again, "v07", "publicity")).containsExactly(Disposition.ACCEPTED, Disposition.REJECTED);
    }
}
