package org.huizong.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.Submission;
import org.huizong.model.Value;

/** What the tests of intake share: the built-in catalogue and the folder of October 2026. */
final class IntakeFixture {
    static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    static final Period FOLDER = Period.parse("2026-10");
    private static final Intake INTAKE = new Intake(CATALOGUE);

    private IntakeFixture() {}

    static Reading read(Path file) {
        return INTAKE.read(ReturnsFolder.of(file).files().get(0), FOLDER);
    }

    static Submission single(Path file) {
        Reading reading = read(file);
        if (reading instanceof Reading.Read read && read.submissions().size() == 1) {
            return read.submissions().get(0);
        }
        throw new AssertionError("not one submission but " + reading);
    }

    static List<Finding> refusal(Path file) {
        if (read(file) instanceof Reading.Refused refused) {
            return refused.findings();
        }
        throw new AssertionError("not refused: " + file);
    }

    static Map<String, Value> values(Submission submission) {
        return submission.observations().stream().collect(Collectors.toMap(Observation::item, Observation::value));
    }

    static Finding error(String rule, CellRef where, Object... said) {
        return FindingWords.with(Finding.failed(rule, Severity.ERROR, where), said);
    }

    static Finding notice(String rule, CellRef where, Object... said) {
        return FindingWords.with(Finding.failed(rule, Severity.NOTICE, where), said);
    }
}
