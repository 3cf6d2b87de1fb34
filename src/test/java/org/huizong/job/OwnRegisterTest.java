package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register with the frequency none: the office keeps it for itself. */
class OwnRegisterTest {
    private static final Period JANUARY = Period.parse("2025-01");

    @TempDir
    private Path home;

    @Test
    void isReadAndInNoCoverage() {
        RegisterOffice office = office().send("2025-01", "安监办", "A,2025-01-10,,,甲,,,");

        Outcome outcome = office.run("2025-01");

        var coverage = outcome.publication().consolidation().coverage();
        assertThat(coverage.standings()).isEmpty();
        assertThat(coverage.leftOut()).isEmpty();
        assertThat(outcome.isComplete()).isTrue();
        assertThat(office.rows("2025-01", "coverage.csv")).isEmpty();
        assertThat(office.rows("2025-01", "observations.csv").stream()
                        .map(row -> row.get("record"))
                        .distinct())
                .containsExactly("a");
    }

    @Test
    void asksAfterAnOpenRecordThatIsLeftOutOfTheNextOne() {
        RegisterOffice office = office().send("2025-01", "安监办", "A,2025-01-10,,,甲,,,")
                .send("2025-02", "安监办", "B,2025-02-10,,,乙,,,")
                .runAll("2025-01", "2025-02");

        assertThat(office.findings("2025-02")).singleElement().asString().startsWith("d01 record.dropped");
    }

    @Test
    void isIssuedToThoseWhoKeepItAndOwedByNobody() {
        var catalogue = office().catalogue();

        assertThat(catalogue.owed(JANUARY)).isEmpty();
        assertThat(catalogue.issued(JANUARY))
                .containsExactly(new Obligation("d01", "cases", JANUARY), new Obligation("d02", "cases", JANUARY));
    }

    @Test
    void mayBeKeptByNobodyYet() {
        RegisterOffice office = office().with("units.csv", "department,t00,cases,,,,\nd02", "department,t00,,,,,\nd02")
                .with("units.csv", "department,t00,cases,,d03", "department,t00,,,d03")
                .with("units.csv", "department,t00,cases,,,2025-05", "department,t00,,,,2025-05");

        assertThat(office.catalogue().issued(JANUARY)).isEmpty();
    }

    private RegisterOffice office() {
        return new RegisterOffice(home).with("returns.csv", "register,month,5", "register,none,5");
    }
}
