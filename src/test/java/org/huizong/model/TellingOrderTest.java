package org.huizong.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TellingOrderTest {
    /** In the order in which they are told. */
    private static final List<Finding> ALL = List.of(
            finding("conflict", Severity.ERROR, "", ""),
            finding("period.unreadable", Severity.ERROR, "E3", ""),
            finding("required", Severity.ERROR, "D9", "safety.inspections_mines"),
            finding("unreadable.date", Severity.ERROR, "D10", "safety.inspections_fire"),
            finding("required", Severity.ERROR, "E10", "safety.inspections_other"),
            finding("computed", Severity.ERROR, "D8", "safety.inspections"),
            finding("min", Severity.ERROR, "D20", "safety.fines"),
            finding("SAF001", Severity.ERROR, "D7", "safety.hazards_corrected_mines"),
            finding("SAF030", Severity.ERROR, "D100", "safety.fines_other"),
            finding("history.cumulative", Severity.QUERY, "", ""),
            finding("history.myriad", Severity.QUERY, "D30", "safety.fines"),
            finding("SAF037", Severity.QUERY, "D8", "safety.inspections"),
            finding("repaired", Severity.NOTICE, "D8", "safety.inspections"),
            undecided(finding("SAF021", Severity.ERROR, "D7", "safety.hazards_opening_mines")));

    @Test
    void tellsFirstWhatMustBeDoneFirst() {
        List<Finding> shuffled = new ArrayList<>(ALL);
        Collections.shuffle(shuffled, new Random(18));

        shuffled.sort(TellingOrder.ofOne());

        assertThat(shuffled).isEqualTo(ALL);
    }

    @Test
    void goesThroughTheSheetsAsTheyStand() {
        Finding second = Finding.failed("required", Severity.ERROR, new CellRef("a.xlsx", "甲", "D1"));
        Finding first = Finding.failed("required", Severity.ERROR, new CellRef("a.xlsx", "乙", "D2"));
        List<Finding> findings = new ArrayList<>(List.of(second, first));

        findings.sort(TellingOrder.ofOne(List.of("乙", "甲")::indexOf));

        assertThat(findings).containsExactly(first, second);
    }

    @Test
    void goesDownTheSheetWithWhatIsAsGrave() {
        Finding relation = finding("PRO001", Severity.ERROR, "D8", "cases.filed_on");
        Finding blank = finding("required.text", Severity.ERROR, "C9", "cases.number");
        Finding asked = finding("PRO002", Severity.QUERY, "C8", "cases.number");
        List<Finding> findings = new ArrayList<>(List.of(asked, blank, relation));

        findings.sort(TellingOrder.downTheSheets(sheet -> 0));

        assertThat(findings).containsExactly(relation, blank, asked);
    }

    private static Finding finding(String rule, Severity severity, String cell, String item) {
        return Finding.failed(rule, severity, new CellRef("a.xlsx", "表", cell)).ofItem(item);
    }

    private static Finding undecided(Finding finding) {
        return finding.by(Derivation.undecided(new Reason.Failure("#NUM!")));
    }
}
