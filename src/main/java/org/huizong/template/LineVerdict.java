package org.huizong.template;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Line;
import org.huizong.model.CellAddress;
import org.huizong.model.Severity;
import org.huizong.wording.Wording;

/** Formulas for the end of a form's line, where the flaws of its items and the verdicts on its rules come together. */
final class LineVerdict {
    private final Wording wording;
    private final FormLayout layout;
    private final HelperCells backstage;
    private final ItemFlaws flaws;

    LineVerdict(Wording wording, FormLayout layout, HelperCells backstage, ItemFlaws flaws) {
        this.wording = wording;
        this.layout = layout;
        this.backstage = backstage;
        this.flaws = flaws;
    }

    /** Joins all that is to be said at the end of a line. */
    String joined(Line line) {
        List<Rule> rules = backstage.rules(line.row());
        VerdictText text = new VerdictText()
                .add(
                        VerdictMark.ERROR,
                        texts(line.items().stream().filter(flaws::hasCell).map(backstage::flaw)))
                .add(VerdictMark.ERROR, verdicts(rules, Severity.ERROR));
        if (line.items().stream().anyMatch(i -> !i.isComputed() && i.required())) {
            text.piece(counted(line, VerdictMark.BLANK) + ">0", blanks(line));
        }
        return text.add(VerdictMark.QUERY, verdicts(rules, Severity.QUERY))
                .add(VerdictMark.NOTICE, verdicts(rules, Severity.NOTICE))
                .add(VerdictMark.UNDECIDED, texts(rules.stream().flatMap(r -> backstage.verdict(r).stream())))
                .joined();
    }

    /**
     * Shows at the end of a line what is to be said of it, or that it is fine once it is filled.
     *
     * @param room how many lines of remarks there are
     * @param width how many characters such a line takes
     */
    String shown(Line line, int room, int width) {
        return VerdictText.shown(
                backstage.joined(line.row()).text(),
                fine(line),
                room,
                width,
                wording.text("template.check.more", "{0}"));
    }

    private String fine(Line line) {
        List<String> inputs = line.items().stream()
                .filter(i -> !i.isComputed())
                .map(i -> layout.cell(i).text())
                .toList();
        String filled = inputs.isEmpty()
                ? "COUNT(" + layout.cell(line.items().get(0)).text() + ")=1"
                : "COUNTA(" + String.join(",", inputs) + ")=" + inputs.size();
        String fine = "IF(" + filled + ",\"" + VerdictMark.FINE + "\",\"\")";
        if (line.items().stream().anyMatch(i -> i.isComputed() && flaws.hasCell(i))) {
            fine = "IF(" + counted(line, " ") + ">0,\"\"," + fine + ")";
        }
        List<String> asking = verdicts(backstage.rules(line.row()), Severity.QUERY);
        if (asking.isEmpty()) {
            return fine;
        }
        String explained = asking.stream()
                .map(c -> "LEFT(" + c + ",1)=\"" + VerdictMark.FINE + "\"")
                .collect(Collectors.joining(","));
        return "IF(OR(" + explained + "),"
                + Excel.literal(VerdictMark.FINE + " " + wording.text("template.check.explained")) + "," + fine + ")";
    }

    private static List<String> texts(Stream<CellAddress> cells) {
        return cells.map(CellAddress::text).toList();
    }

    private List<String> verdicts(List<Rule> rules, Severity severity) {
        return texts(rules.stream().filter(r -> r.severity() == severity).flatMap(r -> backstage.verdict(r).stream()));
    }

    /** Counts the cells that say what is wrong with a line's items and begin with a mark. */
    private String counted(Line line, String mark) {
        List<CellAddress> cells = line.items().stream().map(backstage::flaw).toList();
        return "COUNTIF(" + cells.get(0).text() + ":"
                + cells.get(cells.size() - 1).text() + ",\"" + mark + "*\")";
    }

    /** Names the blank cells of a line once, or says that the line is blank altogether. */
    private String blanks(Line line) {
        boolean numeric = line.items().get(0).type().isNumeric();
        String all = Excel.literal(
                VerdictMark.BLANK + " " + wording.text(numeric ? "template.check.blank" : "template.check.unfilled"));
        List<Item> inputs = line.items().stream()
                .filter(i -> !i.isComputed() && i.required())
                .toList();
        if (inputs.size() < 2) {
            return all;
        }
        String and = wording.text("template.guide.and");
        String names = inputs.stream()
                .map(i -> "IF(LEFT(" + backstage.flaw(i).text() + ",1)=\"" + VerdictMark.BLANK + "\","
                        + Excel.literal(and + FormPart.column(wording, i)) + ",\"\")")
                .collect(Collectors.joining("&"));
        String some = Excel.sentence(
                VerdictMark.BLANK + " "
                        + wording.text(numeric ? "template.check.blanks" : "template.check.unfilled.of", "{0}"),
                place -> "MID(" + names + "," + (and.length() + 1) + ",500)");
        return "IF(" + counted(line, VerdictMark.BLANK) + "=" + inputs.size() + "," + all + "," + some + ")";
    }
}
