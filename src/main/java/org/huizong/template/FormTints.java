package org.huizong.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huizong.catalogue.Item;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.Severity;

/** Colours a form by what its checks say. */
final class FormTints extends FormPart {
    FormTints(FormPart of) {
        super(of);
    }

    void tints(int lastTableRow) {
        Tints tints = new Tints(pen.sheet());
        // the cell of a flaw lies as far from its item's as any other's
        CellAddress first = at(layout.firstLineRow(), layout.firstValueColumn());
        tints.area(
                new CellRangeAddress(first.row(), lastTableRow, first.column(), first.column() + layout.width() - 1),
                "LEFT(" + backstage.flaw(first).text() + ",1)=\"" + VerdictMark.ERROR + "\"",
                Tints.RED);
        for (Item item : layout.items()) {
            CellAddress cell = layout.cell(item);
            List<String> red = new ArrayList<>();
            List<String> yellow = new ArrayList<>();
            backstage.rules().stream()
                    .filter(r -> !r.informs()
                            && r.locate().filter(item.code()::equals).isPresent())
                    .forEach(r -> (r.severity() == Severity.ERROR ? red : yellow)
                            .add(begins(
                                    backstage.verdict(r).orElseThrow(),
                                    r.severity() == Severity.ERROR ? VerdictMark.ERROR : VerdictMark.QUERY)));
            if (!red.isEmpty()) {
                tints.red(cell, any(red));
            }
            if (!yellow.isEmpty()) {
                tints.yellow(cell, any(yellow));
            }
        }
        backstage
                .rules()
                .forEach(r -> Optional.ofNullable(layout.explanations().get(r.id()))
                        .ifPresent(at ->
                                tints.yellow(at, begins(backstage.verdict(r).orElseThrow(), VerdictMark.QUERY))));
        tints.yellow(layout.cell(Field.EXPLANATION), begins(backstage.dayVerdict(), VerdictMark.QUERY));
        tints.yellow(layout.cell(Field.DATE), begins(backstage.dayVerdict(), VerdictMark.QUERY));
        int check = layout.checkColumn();
        tints.ink(
                new CellRangeAddress(layout.firstLineRow(), lastTableRow, check, check),
                at(layout.firstLineRow(), check));
        tints.banner(
                new CellRangeAddress(FormLayout.BANNER_ROW, FormLayout.BANNER_ROW, 0, layout.explainColumn()),
                backstage);
    }

    private static String begins(CellAddress at, String mark) {
        return "LEFT(" + at.pinned() + ",1)=\"" + mark + "\"";
    }

    private static String any(List<String> tests) {
        return tests.size() == 1 ? tests.get(0) : "OR(" + String.join(",", tests) + ")";
    }
}
