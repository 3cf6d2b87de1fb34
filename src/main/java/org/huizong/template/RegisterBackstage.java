package org.huizong.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Explanations;
import org.huizong.layout.Field;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.wording.Wording;

/** The hidden columns at the right of a register but for its checks: identity, the period's days, texts and lists. */
final class RegisterBackstage {
    private final Catalogue catalogue;
    private final Wording wording;
    private final Styles styles;
    private final CellWriter pen;
    private final RegisterLayout layout;
    private final RegisterChecks checks;
    private final Optional<Recipient> to;
    private int next;

    RegisterBackstage(
            Catalogue catalogue,
            Wording wording,
            Styles styles,
            CellWriter pen,
            RegisterLayout layout,
            RegisterChecks checks,
            Optional<Recipient> to) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.styles = styles;
        this.pen = pen;
        this.layout = layout;
        this.checks = checks;
        this.to = to;
        this.next = checks.lastColumn() + 1;
    }

    /** Writes the entries of a drop-down into a column of their own; its number. */
    int list(List<String> entries) {
        column(next, entries);
        return next++;
    }

    /** Whether the explanation of the whole register says something. */
    private CellAddress says() {
        return new CellAddress(RegisterLayout.IDENTITY_ROW + 3, layout.hiddenColumn());
    }

    /** The verdict on the day in the head. */
    CellAddress dayVerdict() {
        return new CellAddress(RegisterLayout.IDENTITY_ROW + 4, layout.hiddenColumn());
    }

    /** Writes all else, once the checks of the rows are written and have said which texts they share. */
    void write() {
        column(checks.wordsColumn(), checks.empties());
        column(checks.constantColumn(), checks.constants());
        pen.text(layout.cell(Field.RETURN).orElseThrow(), layout.register().code());
        pen.text(layout.cell(Field.VERSION).orElseThrow(), layout.register().version());
        period();
        pen.formula(says(), "IF(" + checks.sayNothing(Explanations.OF_RETURN) + ",\"\",1)");
        Map<String, CellAddress> explaining =
                Map.of(Explanations.OF_RETURN, layout.cell(Field.EXPLANATION).orElseThrow());
        pen.formula(
                dayVerdict(),
                DayCheck.verdict(
                        wording,
                        layout.register().dueDay(),
                        message -> DayCheck.asked(wording, explaining, row -> says(), message)));
        if (checks.needsCalendar()) {
            new CalendarCells(catalogue.calendar(), styles, pen).write(next);
            next += CalendarCells.WIDTH;
        }
    }

    private void column(int column, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            pen.text(new CellAddress(i, column), texts.get(i));
        }
    }

    private void period() {
        CellAddress start = layout.cell(Field.PERIOD_START).orElseThrow();
        CellAddress end = layout.cell(Field.PERIOD_END).orElseThrow();
        CellAddress uniform = new CellAddress(RegisterLayout.IDENTITY_ROW + 2, layout.hiddenColumn());
        pen.style(start, styles.hiddenDate()).style(end, styles.hiddenDate());
        to.ifPresentOrElse(
                r -> pen.date(start, r.period().start()).date(end, r.period().end()), () -> {
                    var frequency = layout.register().frequency();
                    pen.formula(uniform, PeriodCells.uniform());
                    pen.formula(start, PeriodCells.start(uniform.pinned(), frequency));
                    pen.formula(end, PeriodCells.end(frequency));
                });
    }

    /** The last of them. */
    int lastColumn() {
        return next;
    }
}
