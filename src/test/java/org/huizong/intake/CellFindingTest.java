package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizong.intake.IntakeFixture.CATALOGUE;
import static org.huizong.intake.IntakeFixture.error;
import static org.huizong.intake.IntakeFixture.notice;
import static org.huizong.intake.IntakeFixture.single;
import static org.huizong.intake.IntakeFixture.values;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.huizong.finding.CellRef;
import org.huizong.finding.Finding;
import org.huizong.period.Period;
import org.huizong.submission.Submission;
import org.huizong.submission.Value;
import org.huizong.wording.Lang;
import org.huizong.wording.Wording;
import org.huizong.wording.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellFindingTest {
    private static final CellRef MATERIALS = new CellRef("a.xlsx", "普法", "D9");

    @TempDir
    private Path folder;

    private Submission with(Object value) {
        return single(TestForms.publicity(CATALOGUE)
                .with("publicity.materials", value)
                .save(folder, "a.xlsx"));
    }

    @Test
    void sendsBackATextInANumberCell() {
        Submission submission = with("约30");

        assertThat(submission.findings())
                .containsExactly(error("unreadable", MATERIALS, "item", "publicity.materials", "value", "约30"));
        assertThat(values(submission)).containsEntry("publicity.materials", new Value.Text("约30"));
    }

    @Test
    void notesARepair() {
        Submission submission = with("1,200份");

        assertThat(submission.findings())
                .containsExactly(notice(
                        "repaired", MATERIALS, "item", "publicity.materials", "text", "1,200份", "value", "1200"));
        assertThat(values(submission)).containsEntry("publicity.materials", Value.of(1200));
    }

    @Test
    void readsWhatAWorkbookWritesAsAnEscapeAndMarksThatNobodySees() {
        assertThat(values(with("64_x000D_"))).containsEntry("publicity.materials", Value.of(64));
        assertThat(values(with("\u202d64\u202c"))).containsEntry("publicity.materials", Value.of(64));
        assertThat(values(single(TestForms.publicity(CATALOGUE)
                        .with("publicity.study_time", "否_x000D_")
                        .with("publicity.study_plan", "\u200e是")
                        .save(folder, "b.xlsx"))))
                .containsEntry("publicity.study_time", Value.of("no"))
                .containsEntry("publicity.study_plan", Value.of("yes"));
    }

    @Test
    void leavesABlankAndANegativeCountToTheRules() {
        assertThat(values(with(null))).containsEntry("publicity.materials", Value.Gap.BLANK);
        assertThat(values(with(-3))).containsEntry("publicity.materials", Value.of(-3));
    }

    @Test
    void saysItInBothLanguages() {
        Finding finding = with("约30").findings().get(0);

        assertThat(Stream.of(Lang.ZH, Lang.EN)
                        .map(l -> new Wording(new Words(l), CATALOGUE).sentence(finding, Period.parse("2026-10"))))
                .containsExactly(
                        "发放宣传资料写的是“约30”,读不出数字。请只写数字,如 12;没有发生的写 0。",
                        "Leaflets handed out is \"约30\", which is no number. Write only digits, such as 12; write 0 if there was none.");
    }

    @Test
    void notesAFormOfAnotherVersion() {
        Submission submission =
                single(TestForms.publicity(CATALOGUE).with("version", "0").save(folder, "a.xlsx"));

        assertThat(submission.version()).isEqualTo("0");
        assertThat(submission.findings())
                .containsExactly(notice(
                        "version.other",
                        new CellRef("a.xlsx", "普法", ""),
                        "form",
                        "publicity",
                        "version",
                        "0",
                        "current",
                        "1"));
    }
}
