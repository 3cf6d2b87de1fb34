package org.huizong.publish.returned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.huizong.spreadsheet.mark.ClerkBook;
import org.huizong.spreadsheet.mark.FrontSheet;
import org.huizong.spreadsheet.mark.FrontSheetStyle;
import org.huizong.spreadsheet.write.TextWidth;
import org.huizong.text.Visible;

/** Lays out 退回清单: whose return, how much there is to do and how, and each task with links to its cells. */
final class ListSheet {
    private static final List<Integer> WIDTHS = List.of(6, 8, 30, 56, 10);
    private static final int PLACE = 2;
    private static final int TASK = 3;
    private static final double LINE = 15;
    private static final double TITLE = 34;
    private static final double HEAD = 24;

    private final Sentences says;
    private final Letter letter;
    private final Optional<ClerkBook> marked;
    private final List<FrontSheet.Row> rows = new ArrayList<>();

    /**
     * A list for a workbook.
     *
     * @param marked the clerk's own workbook if the list stands in it; otherwise there is nothing to link to
     */
    ListSheet(Sentences says, Letter letter, Optional<ClerkBook> marked) {
        this.says = says;
        this.letter = letter;
        this.marked = marked;
    }

    /** Lays it out with these steps for what to do. */
    FrontSheet layOut(List<String> steps, boolean chinese) {
        wide(says.text("returned.title"), FrontSheetStyle.TITLE, TITLE);
        words(says.about());
        words(says.file());
        words(says.counts());
        for (int i = 0; i < steps.size(); i++) {
            words((i + 1) + ". " + steps.get(i));
        }
        rows.add(new FrontSheet.Row(0, false, List.of()));
        int head = rows.size();
        List<String> heads = List.of("number", "kind", "place", "task", "explanation");
        row(
                HEAD,
                heads.stream()
                        .map(h -> cell(says.text("returned.head." + h), FrontSheetStyle.HEAD))
                        .toList());
        for (int i = 0; i < letter.tasks().size(); i++) {
            task(i + 1, letter.tasks().get(i));
        }
        return new FrontSheet(says.text("returned.sheet"), WIDTHS, rows, head, says.text("template.pages"), chinese);
    }

    private void task(int number, Task task) {
        String place = says.place(task);
        String words = says.task(task, marked);
        boolean isLinked = marked.isPresent() && !task.where().sheet().isEmpty();
        Optional<String> there =
                Optional.of(task.hasCell() ? task.where().cell() : "A1").filter(c -> isLinked);
        Optional<String> explanation = says.explanation(task, marked);
        int lines = Math.max(TextWidth.lines(place, WIDTHS.get(PLACE)), TextWidth.lines(words, WIDTHS.get(TASK)));
        row(
                8 + LINE * lines,
                List.of(
                        cell(String.valueOf(number), FrontSheetStyle.CENTRED),
                        cell(says.kind(task), FrontSheetStyle.of(task.tint())),
                        linked(place, there, FrontSheetStyle.TEXT, task),
                        cell(words, FrontSheetStyle.TEXT),
                        linked(explanation.orElse(""), explanation, FrontSheetStyle.CENTRED, task)));
    }

    private static FrontSheet.Cell linked(String text, Optional<String> cell, FrontSheetStyle otherwise, Task task) {
        return new FrontSheet.Cell(
                Visible.text(text),
                cell.isPresent() ? FrontSheetStyle.LINK : otherwise,
                cell.map(c -> "'" + task.where().sheet().replace("'", "''") + "'!" + c));
    }

    private static FrontSheet.Cell cell(String text, FrontSheetStyle look) {
        return new FrontSheet.Cell(Visible.text(text), look, Optional.empty());
    }

    private void words(String text) {
        int width = WIDTHS.stream().mapToInt(w -> w).sum();
        wide(text, FrontSheetStyle.WORDS, 6 + LINE * TextWidth.lines(text, width));
    }

    private void wide(String text, FrontSheetStyle look, double points) {
        rows.add(new FrontSheet.Row(points, true, Collections.singletonList(cell(text, look))));
    }

    private void row(double points, List<FrontSheet.Cell> cells) {
        rows.add(new FrontSheet.Row(points, false, cells));
    }
}
