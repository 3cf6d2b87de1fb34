package org.huizong.template;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.model.CellAddress;
import org.huizong.wording.Wording;

/** Formulas for the sentence above the table of a form, and for the numbers that it names. */
final class FormBanner {
    private final Wording wording;
    private final FormLayout layout;
    private final HelperCells backstage;

    FormBanner(Wording wording, FormLayout layout, HelperCells backstage) {
        this.wording = wording;
        this.layout = layout;
        this.backstage = backstage;
    }

    /** Counts the cells of the table that the clerk has filled. */
    String filled() {
        return layout.items().stream()
                .filter(i -> !i.isComputed())
                .map(layout::cell)
                .collect(Collectors.groupingBy(
                        CellAddress::column, TreeMap::new, Collectors.mapping(CellAddress::row, Collectors.toList())))
                .entrySet()
                .stream()
                .map(e -> "COUNTA(" + runs(e.getKey(), e.getValue()) + ")")
                .collect(Collectors.joining("+"));
    }

    private static String runs(int column, List<Integer> rows) {
        List<String> runs = new ArrayList<>();
        int first = rows.get(0);
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || rows.get(i) != rows.get(i - 1) + 1) {
                runs.add(new CellAddress(first, column).text() + ":" + new CellAddress(rows.get(i - 1), column).text());
                first = i == rows.size() ? first : rows.get(i);
            }
        }
        return String.join(",", runs);
    }

    /** Counts the hidden cells that begin with a mark. */
    String count(String mark) {
        return "COUNTIF(" + backstage.block() + ",\"" + mark + "*\")";
    }

    /** Says what is left to do, or that the form is ready. */
    String sentence() {
        String unit = Field.UNIT.definedName();
        String start = Field.PERIOD_START.definedName();
        String blanks = backstage.blanks().pinned();
        String errors = backstage.errors().pinned();
        String queries = backstage.queries().pinned();
        String left =
                Excel.sentence(wording.text("template.banner.left", "{0}", "{1}", "{2}"), place -> switch (place) {
                    case "0" ->
                        "IF(" + blanks + ">0,"
                                + Excel.sentence(wording.text("template.banner.blank", "{0}"), p -> blanks) + ",\"\")";
                    case "1" -> errors;
                    default -> queries;
                });
        return "IF(NOT(" + backstage.begun() + ")," + Excel.literal(wording.text("template.banner.empty")) + ",IF("
                + unit + "=\"\"," + Excel.literal(wording.text("template.banner.unit")) + ",\"\")&IF(" + start
                + "=\"\"," + Excel.literal(wording.text("template.banner.period")) + ",\"\")&IF(" + blanks + "+"
                + errors + "+" + queries + ">0," + left + ",IF(OR(" + unit + "=\"\"," + start + "=\"\"),\"\","
                + Excel.literal(wording.text("template.banner.ready")) + ")))";
    }
}
