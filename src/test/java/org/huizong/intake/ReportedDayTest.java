package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.layout.Field;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Publicity's return for October 2026 is due on 5 November. */
class ReportedDayTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Period OCTOBER = Period.parse("2026-10");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "2026-10-30, 2026-11-03, reported.early",
        "2026年10月30日, 2026-11-03, reported.early",
        "2026-10-31, 2026-11-03, ''",
        "2026-11-05, 2026-11-03, ''",
        "2026-11-06, 2026-11-05, reported.late",
        "2026-11-06, 2026-11-06, ''",
        "2026-11-20, 2026-11-20, ''",
        "下月初, 2026-11-03, ''"
    })
    void asksAboutADayBeforeTheEndAndAboutOneAfterItWasDueInAFileSavedInTime(String day, String saved, String asked) {
        assertThat(asked(day, saved))
                .extracting(Finding::rule)
                .containsExactlyElementsOf(asked.isEmpty() ? List.of() : List.of(asked));
    }

    @Test
    void pointsToTheCellAndSaysBothDays() {
        CellRef cell = new CellRef(
                "a.xlsx",
                "普法",
                TestForms.publicity(CATALOGUE)
                        .layout("publicity")
                        .cell(Field.DATE)
                        .text());

        assertThat(asked("2026-10-30", "2026-10-30"))
                .containsExactly(Finding.failed("reported.early", Severity.QUERY, cell)
                        .ofForm("publicity")
                        .with("value", Argument.of(LocalDate.of(2026, 10, 30)))
                        .with("end", Argument.of(LocalDate.of(2026, 10, 31))));
    }

    @Test
    void saysNothingOfABlank() {
        Path file = TestForms.publicity(CATALOGUE).save(folder, "a.xlsx");

        assertThat(asked(file)).isEmpty();
    }

    @Test
    void saysNothingOfADayAfterItWasDueInAFileThatDoesNotSayWhenItWasSaved() {
        Path unsaved =
                TestForms.publicity(CATALOGUE).with("foot_date", "2026-11-06").save(folder, "a.xlsx");

        assertThat(asked(unsaved)).isEmpty();
    }

    private List<Finding> asked(String day, String saved) {
        TestForms forms = TestForms.publicity(CATALOGUE).with("foot_date", day);
        Instant at = LocalDate.parse(saved).atTime(8, 0).toInstant(ZoneOffset.ofHours(8));
        return asked(forms.saved(at).save(folder, "a.xlsx"));
    }

    private static List<Finding> asked(Path file) {
        Reading reading =
                new Intake(CATALOGUE).read(ReturnsFolder.of(file).files().get(0), OCTOBER);
        return ((Reading.Read) reading)
                .submissions().get(0).findings().stream()
                        .filter(f -> f.rule().startsWith("reported."))
                        .toList();
    }
}
